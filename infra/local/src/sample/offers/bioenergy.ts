import type { SampleOffer } from '../sample.ts'

export const bioenergyOffers: SampleOffer[] = [
  {
    key: 'palm-effluent-biogas',
    organisation: 'haichuan-water-institute',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '棕榈油厂废水高效厌氧产沼气与生物脱硫发电技术',
          summary:
            '内循环厌氧反应器处理高浓度、高油脂的棕榈油厂废水，沼气经生物脱硫后发电或供锅炉，占地仅为覆盖氧化塘的八分之一。',
          description:
            '棕榈油厂每榨一吨鲜果串约产生零点六吨废水，化学需氧量每升五万毫克以上，油脂和悬浮物含量高，常用的露天厌氧塘停留四十天以上，大量甲烷直接排入大气。本技术先用气浮回收残油，再进入内循环厌氧反应器，用专门驯化的耐油颗粒污泥在五十五摄氏度下运行，水力停留时间只有五天。反应器顶部的三相分离器带防堵冲洗，可连续运行一年不清渣。沼气中两千至三千毫升每立方米的硫化氢由滴滤塔内的硫氧化菌去除，不消耗药剂，满足燃气发电机要求。按每小时加工六十吨鲜果串的油厂计算，可发电一点八兆瓦，除厂用外可上网；出水经好氧处理可回用于灌溉。已建成三座工程，最早一座运行六年。可提供工艺包、颗粒污泥、关键设备图纸和调试培训，寻求棕榈油企业、环境工程公司合作。对榨季波动大的油厂，污泥在停产两个月后可在十天内恢复满负荷。我方先派技术人员到厂取样做产气潜力试验，再提出设计方案；工程可由当地公司总承包，我方负责工艺、关键设备和一年的远程运行指导，并协助编制减排量核算文件。',
          advantages: '占地小；停留五天；生物脱硫不用药剂；残油可回收。',
        },
        en: {
          title:
            'High-rate anaerobic digestion of palm oil mill effluent, with biological desulphurisation of the biogas',
          summary:
            'An internal-circulation reactor digests oily palm oil mill effluent in five days; the biogas is desulphurised by bacteria and drives engines or boilers, on an eighth of the land of a covered lagoon.',
          description:
            'A palm oil mill makes about 0.6 t of effluent for each tonne of fresh fruit bunches, with a COD above 50 g/l and much oil. Open ponds hold it for over 40 days and let the methane go. Here flotation recovers residual oil, then an internal-circulation reactor with oil-tolerant granular sludge digests the effluent at 55 °C in five days. The separator flushes itself and runs a year without cleaning. Sulphur-oxidising bacteria in a trickling tower take 2,000 to 3,000 ppm of hydrogen sulphide out of the gas without chemicals, as gas engines require. A mill of 60 t/h can generate 1.8 MW. Three plants run, the oldest for six years.',
          advantages: 'Small footprint; five days’ retention; no chemicals for desulphurisation; oil recovered.',
        },
        id: {
          title: 'Biogas dari limbah cair pabrik kelapa sawit dengan reaktor anaerob laju tinggi',
          summary:
            'Reaktor anaerob sirkulasi internal mengolah limbah cair pabrik kelapa sawit (POME) dalam lima hari; biogas dibersihkan dari sulfur secara biologis untuk mesin gas atau ketel uap.',
          description:
            'Pabrik kelapa sawit menghasilkan sekitar 0,6 ton limbah cair untuk setiap ton tandan buah segar, dengan COD di atas 50 g/l dan kadar minyak tinggi. Kolam terbuka menahan limbah lebih dari 40 hari dan melepaskan metana ke udara. Teknologi ini memulihkan sisa minyak dengan flotasi, lalu mengolah limbah dalam reaktor sirkulasi internal pada suhu 55 °C selama lima hari. Bakteri pengoksidasi sulfur menurunkan kadar H2S tanpa bahan kimia sehingga biogas memenuhi syarat mesin gas. Pabrik berkapasitas 60 ton per jam dapat membangkitkan listrik 1,8 MW. Tiga instalasi sudah beroperasi, yang tertua selama enam tahun.',
        },
      },
      keywords: {
        market: ['palm oil mill', 'kelapa sawit'],
        technology: ['POME', 'biogas', 'anaerobic reactor', 'desulphurisation', '沼气'],
      },
      sector: 'D',
      ipc: ['C02F3/28', 'C12M1/107', 'B01D53/84'],
      sdgs: [6, 7, 12, 13],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'jointDevelopment', 'capacityBuilding'],
      territories: ['ID', 'MY', 'TH'],
      partnerKinds: ['large', 'sme50to249'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129911152B', office: 'CN', status: 'granted', expiry: '2038-09-11' },
          { number: 'IDP000992746', office: 'ID', status: 'granted', expiry: '2039-09-10' },
        ],
      },
      claims: [
        { metric: 'COD removed', value: 91, unit: '%', conditions: '55 °C, 5 days, 55 g/l inlet' },
        { metric: 'Methane yield', value: 0.31, unit: 'Nm³/kg', conditions: 'per kg of COD removed' },
        { metric: 'Hydrogen sulphide in clean gas', value: 120, unit: 'ppm', conditions: '2,600 ppm inlet' },
      ],
      price: { min: 600_000_000, max: 2_400_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'husk-gasifier-power',
    organisation: 'ayar-thit-energy',
    content: {
      type: 'TO',
      originalLanguage: 'my',
      texts: {
        my: {
          title: 'စပါးခွံမှ ဓာတ်ငွေ့ထုတ်၍ လျှပ်စစ်ဓာတ်အား ထုတ်လုပ်သည့် စက်',
          summary: 'ဆန်စက်များမှ ထွက်သော စပါးခွံကို ဓာတ်ငွေ့အဖြစ် ပြောင်းလဲကာ လျှပ်စစ်ဓာတ်အား ၅၀ မှ ၃၀၀ ကီလိုဝပ်အထိ ထုတ်လုပ်နိုင်သည်။',
          description:
            'ဆန်စက်များတွင် စပါးခွံများ များစွာ ထွက်ရှိပြီး မီးရှို့ပစ်လေ့ရှိပါသည်။ ကျွန်ုပ်တို့၏ စက်သည် စပါးခွံကို ဓာတ်ငွေ့အဖြစ် ပြောင်းလဲပြီး အင်ဂျင်ဖြင့် လျှပ်စစ်ဓာတ်အား ထုတ်လုပ်ပါသည်။ ဓာတ်ငွေ့ကို ရေဖြင့် မဆေးဘဲ အခြောက်စနစ်ဖြင့် သန့်စင်သောကြောင့် ရေဆိုး မထွက်ပါ။ စပါးခွံ ၁.၄ ကီလိုဂရမ်ဖြင့် လျှပ်စစ် ၁ ယူနစ် ရရှိပါသည်။ ကျန်ရှိသော မီးသွေးမှုန့်ကို မြေဆီလွှာ ပြုပြင်ရန် အသုံးပြုနိုင်ပါသည်။ ဆန်စက် ၂၂ လုံးတွင် တပ်ဆင်ပြီး ဖြစ်ပါသည်။ စက်ကို ပြည်တွင်း အလုပ်ရုံများတွင် ထုတ်လုပ်နိုင်ပြီး စက်မောင်းသူများကို သင်တန်းပေးပါသည်။',
        },
        en: {
          title: 'Power from rice husk: gasifier and engine without waste water',
          summary:
            'Rice husk from the mill is gasified and drives an engine of 50 to 300 kW. The gas is cleaned dry, so that no tarry waste water arises.',
          description:
            'Rice mills have more husk than they can use, and much of it is burnt in heaps. This gasifier turns husk into gas for an engine that drives the mill. Usual plants wash the gas and foul a pond with tar; here a hot cyclone, a cracking stage and a bed of the plant’s own char clean it dry. One kilowatt-hour takes 1.4 kg of husk. The char left over improves soils or goes to brick makers. Sizes are 50 to 300 kW, with diesel in dual-fuel mode or on gas alone. Twenty-two mills use it. Local workshops can build it from drawings, and operators are trained at the mill.',
          advantages: 'No tar water; built in local workshops; char can be sold.',
        },
      },
      keywords: { market: ['rice mill', 'ဆန်စက်'], technology: ['rice husk', 'gasifier', 'biomass power', 'စပါးခွံ'] },
      sector: 'D',
      ipc: ['C10J3/20', 'C10K1/02', 'F02B43/08'],
      sdgs: [7, 9, 12],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['MM', 'KH', 'LA', 'TH'],
      partnerKinds: ['sme1to10', 'sme11to49', 'other'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: { status: 'secretKnowHow' },
      claims: [
        { metric: 'Husk consumed', value: 1.4, unit: 'kg/kWh', conditions: '150 kW, gas alone, husk at 11 % moisture' },
        { metric: 'Tar in clean gas', value: 28, unit: 'mg/Nm³', conditions: 'full load' },
      ],
      price: { min: 4_000_000, max: 21_000_000, currency: 'USD' },
    },
  },
]
