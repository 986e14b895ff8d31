import type { SampleOffer } from '../sample.ts'

export const drinkingWaterOffers: SampleOffer[] = [
  {
    key: 'arsenic-adsorbent',
    organisation: 'haichuan-water-institute',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '铁锰复合氧化物颗粒吸附剂及村镇地下水除砷装置',
          summary:
            '一步去除地下水中的三价砷和五价砷，不需预氧化和加药，出水砷低于十微克每升，滤料可再生三十次，适合村镇集中供水和家庭使用。',
          description:
            '三角洲地区地下水砷含量高，且多为毒性更强、难以去除的三价砷，常规混凝过滤需先投加氧化剂，村镇水厂难以管理。本成果的颗粒吸附剂以锰氧化物氧化三价砷，以无定形铁氧化物吸附五价砷，两步在同一颗粒内完成，不用加药。颗粒由当地河砂作骨架包覆而成，强度高、不板结，对磷酸盐和硅酸盐的干扰有较好耐受。配套装置为重力式两级滤池，前级去除铁锰和氨，后级除砷，每天产水五立方米到五百立方米，家庭型每天一百升。吸附饱和后用稀碱液现场再生，再生液经石灰固化后无浸出毒性。已在七十余处村镇供水点运行，最长八年。可许可滤料生产、提供设计图纸和快速测砷试纸，愿与各国农村供水机构、设备企业合作建设示范点，培训管理员。建设前需提供水中砷、铁、锰、氨、磷、硅六项指标，我方据此计算滤料用量和再生周期。滤料生产线投资小，只需搅拌、干燥和筛分设备，年产三百吨的工厂约需十二名工人。出水由村民用试纸每周自查，结果上报供水机构。示范期为一年。',
          advantages: '三价砷不用预氧化；不加药；滤料可再生；当地可生产。',
        },
        en: {
          title: 'Granular iron-manganese adsorbent and village plants that remove arsenic from groundwater',
          summary:
            'Removes trivalent and pentavalent arsenic from groundwater in one step, without oxidant or dosing, to below 10 µg/l. The medium is regenerated thirty times. For village supplies and households.',
          description:
            'Groundwater in river deltas often holds arsenic, mostly the trivalent form that is more toxic and harder to remove; coagulation needs an oxidant first, which village plants cannot manage. In this granule manganese oxide turns it into pentavalent arsenic and amorphous iron oxide adsorbs it, with no dosing. The granule is river sand with a coating: strong, free-draining, tolerant of phosphate and silicate. Gravity filters in two stages take out iron, manganese and ammonia, then arsenic; they give 5 to 500 cubic metres a day, and a household unit 100 litres. The medium is regenerated on site with dilute alkali and the liquor set in lime. More than 70 supplies run, the oldest for eight years.',
          advantages: 'No oxidant, no dosing; regenerable; can be made locally.',
        },
        vi: {
          title: 'Vật liệu hấp phụ sắt - mangan dạng hạt và thiết bị xử lý asen trong nước ngầm nông thôn',
          summary:
            'Loại bỏ asen hóa trị ba và năm trong nước ngầm chỉ một bước, không cần hóa chất oxy hóa, nước sau xử lý dưới 10 µg/l, vật liệu tái sinh được 30 lần.',
          description:
            'Nước ngầm ở các vùng châu thổ thường có hàm lượng asen cao, chủ yếu là asen hóa trị ba khó loại bỏ. Vật liệu hấp phụ dạng hạt này dùng oxit mangan để oxy hóa asen hóa trị ba và dùng oxit sắt để hấp phụ asen hóa trị năm ngay trong cùng một hạt, không cần châm hóa chất. Thiết bị gồm hai cấp bể lọc tự chảy, công suất từ 5 đến 500 m³ mỗi ngày, có loại gia đình 100 lít mỗi ngày. Khi bão hòa, vật liệu được tái sinh tại chỗ bằng dung dịch kiềm loãng. Hơn 70 điểm cấp nước đang vận hành, điểm lâu nhất đã được tám năm. Chúng tôi cấp phép sản xuất vật liệu lọc, cung cấp bản vẽ thiết kế và đào tạo người vận hành.',
        },
      },
      keywords: {
        market: ['rural water supply', 'groundwater'],
        technology: ['arsenic removal', 'adsorbent', '除砷', 'asen'],
      },
      sector: 'E',
      ipc: ['C02F1/28', 'B01J20/06', 'C02F1/64'],
      sdgs: [3, 6],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'demonstrationPark', 'capacityBuilding'],
      territories: ['VN', 'KH', 'MM', 'LA', 'TH', 'BD'],
      partnerKinds: ['agency', 'sme11to49', 'sme50to249'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129918829B', office: 'CN', status: 'granted', expiry: '2036-12-01' },
          { number: 'VN1-0098206', office: 'VN', status: 'granted', expiry: '2038-05-17' },
        ],
      },
      claims: [
        {
          metric: 'Arsenic after treatment',
          value: 4,
          unit: 'µg/l',
          conditions: '320 µg/l inlet, 70 % trivalent, 2 mg/l phosphate',
        },
        { metric: 'Adsorption capacity', value: 21, unit: 'mg/g', conditions: 'pH 7, 10 µg/l breakthrough' },
        { metric: 'Regenerations', value: 30, unit: 'cycles', conditions: 'capacity above 80 %' },
      ],
      price: { min: 10_000_000, max: 80_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'capacitive-desalination',
    organisation: 'tingshan-university-of-technology',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '低能耗电容去离子苦咸水淡化装置',
          summary:
            '用椰壳活性炭电极和离子交换膜的电容去离子装置淡化盐度一至四克每升的苦咸水，吨水耗电不足一度，可由光伏供电，供果园灌溉和饮用。',
          description:
            '沿海三角洲旱季海水倒灌，河水和浅井水盐度升到每升一至四克，果树落叶，居民缺水。反渗透装置压力高、结垢快、浓水多。本技术采用膜电容去离子原理，在一伏左右的低电压下把盐离子吸入多孔炭电极，再反接放电排出浓水，同时回收六成电能。电极由椰壳活性炭与导电聚合物涂布而成，外覆国产离子交换膜，抗有机物污染，盐度每升两克时吨水耗电零点八度，产水率百分之八十五。出水盐度可调，灌溉只需降到每升零点五克，比完全脱盐节能一半。装置模块化，单模块日产水二十立方米，光伏供电，自动酸洗。两套样机在河口果园运行两个旱季，红毛丹和榴莲苗叶片灼伤明显减轻。现寻求供水单位和果农合作社建设示范点，与当地设备企业洽谈组装许可和电极供应。示范期由双方每天记录盐度、电耗和产水量，旱季结束后共同评估。目前电极寿命数据为两年，长期衰减仍在观察；浓水含盐量较高，需排入感潮河段或晒盐池中。合作方需安排一名管理员，我方远程协助查看每日运行数据。',
          advantages: '低压低电耗；出水盐度可调；产水率高；可由光伏供电。',
        },
      },
      keywords: { market: ['咸潮地区供水', '果园灌溉'], technology: ['电容去离子', '苦咸水淡化', '膜', '盐度'] },
      sector: 'E',
      ipc: ['C02F1/469', 'C02F103/08', 'H01G11/34'],
      sdgs: [2, 6, 13],
      dealTypes: ['nonExclusiveLicence', 'demonstrationPark', 'evaluationLicence'],
      territories: ['VN', 'TH', 'ID', 'MM', 'CN'],
      partnerKinds: ['agency', 'other', 'sme11to49'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129919930B', office: 'CN', status: 'granted', expiry: '2042-04-02' }],
      },
      claims: [
        { metric: '吨水耗电', value: 0.8, unit: '千瓦时/立方米', conditions: '进水 2 g/L，出水 0.5 g/L，25 ℃' },
        { metric: '产水率', value: 85, unit: '%', conditions: '进水 2 g/L' },
      ],
      price: { min: 12_000_000, max: 36_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'ceramic-pot-filter',
    organisation: 'prek-sovann-ceramics',
    content: {
      type: 'TO',
      originalLanguage: 'km',
      texts: {
        km: {
          title: 'តម្រងទឹកសេរ៉ាមិចសម្រាប់គ្រួសារនៅជនបទ',
          summary: 'តម្រងទឹកធ្វើពីដីឥដ្ឋ និងអង្កាម មានប្រាក់ណាណូសម្លាប់មេរោគ ងាយស្រួលផលិតក្នុងស្រុក និងមានតម្លៃថោក។',
          description:
            'តម្រងទឹកនេះធ្វើពីដីឥដ្ឋលាយជាមួយអង្កាមកិនម៉ត់ ហើយដុតក្នុងឡ។ អង្កាមឆេះអស់ បន្សល់ទុករន្ធតូចៗដែលទប់បាក់តេរី និងភាពល្អក់។ យើងលាបប្រាក់ណាណូលើផ្ទៃតម្រង ដើម្បីសម្លាប់មេរោគ។ តម្រងមួយចម្រោះទឹកបាន ២ ទៅ ៣ លីត្រក្នុងមួយម៉ោង គ្រប់គ្រាន់សម្រាប់គ្រួសារមួយ។ តម្រងប្រើបានពីរឆ្នាំ ហើយលាងសម្អាតដោយច្រាស និងទឹកស្អាត។ យើងផលិតបាន ៣០០០ តម្រងក្នុងមួយខែ។ យើងផ្តល់ពុម្ព រូបមន្ត វិធីពិនិត្យគុណភាព និងការបណ្តុះបណ្តាលដល់អ្នកចង់បង្កើតរោងផលិតនៅប្រទេសជិតខាង។',
        },
        en: {
          title: 'Ceramic pot water filter for rural households',
          summary:
            'A filter of clay and rice husk with nano silver makes household drinking water safe; it is cheap and can be made locally.',
          description:
            'The filter is made of clay mixed with finely ground rice husk and fired in a kiln. The husk burns out and leaves small pores that hold back bacteria and turbidity, and nano silver on the surface kills germs. One filter gives two to three litres an hour, enough for a family. It lasts two years and is cleaned with a brush and clean water. The workshop makes 3,000 a month. It offers moulds, the recipe, quality control and training to those who want to set up a workshop in a neighbouring country, and can help with the design of the kiln and with tests of the local clay.',
        },
      },
      keywords: { market: ['household water', 'ទឹកស្អាត'], technology: ['ceramic filter', 'nano silver', 'rice husk'] },
      sector: 'E',
      ipc: ['C02F1/00', 'C04B38/06', 'B01D39/20'],
      sdgs: [3, 6],
      dealTypes: ['knowHow', 'capacityBuilding'],
      territories: ['LA', 'MM', 'VN'],
      partnerKinds: ['sme1to10', 'other', 'agency'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: { status: 'none' },
      claims: [{ metric: 'E. coli removed', value: 99.7, unit: '%', conditions: 'first 500 l, 100 households' }],
      price: { min: 600_000, max: 1_500_000, currency: 'USD' },
    },
  },
]
