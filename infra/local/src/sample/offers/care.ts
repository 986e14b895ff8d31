import type { SampleOffer } from '../sample.ts'

export const careOffers: SampleOffer[] = [
  {
    key: 'solar-vaccine-refrigerator',
    organisation: 'shuanghe-cold-chain',
    content: {
      type: 'BO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '光伏直驱疫苗冷藏箱（无蓄电池，断电保温五天）',
          summary:
            '光伏直接驱动、以冰衬蓄冷的疫苗冷藏箱，箱温保持二至八摄氏度，连续阴雨五天不超温，适合无电卫生站，寻求当地组装和服务伙伴。',
          description:
            '不通电的卫生站过去用煤油冰箱或带蓄电池的光伏冰箱保存疫苗，煤油冰箱温度不稳，蓄电池两三年就要更换。本产品由光伏板直接驱动变频压缩机，把能量存在箱壁四周的冰衬里，没有蓄电池。冰衬与疫苗腔之间设自然对流风道和防冻隔层，疫苗不会接触零摄氏度以下的表面，可随意取放，不需要护士培训特殊摆放方法。四十三摄氏度环境下，完全没有日照时箱温保持在八摄氏度以下一百二十小时。内置三十天温度记录仪和短信报警，数据可导入国家免疫信息系统。容积有三十五升和九十升两种，另有冰排冷冻格供下乡接种使用。产品按国际免疫设备性能规范设计并完成第三方测试，已交付两千余台。现寻求在各国具有安装和售后能力的企业或卫生机构合作，提供散件组装许可、安装培训和备件库支持。合作方需有两名制冷技工，能够到乡村安装光伏支架。我方提供十天培训、整套工具和首批备件，并按安装数量支付保修费用；年安装量超过两百台时，可设立散件组装点。压缩机质保期为五年。',
          advantages: '没有蓄电池；阴雨五天不超温；不会冻坏疫苗；有温度记录和短信报警。',
        },
        en: {
          title: 'Battery-free solar vaccine refrigerator that holds temperature for five days',
          summary:
            'Solar direct-drive refrigerator with an ice lining: 2 to 8 °C for five days without sun, for health posts off the grid. Partners for local assembly and service are sought.',
          description:
            'Health posts without electricity kept vaccines in kerosene refrigerators, whose temperature wanders, or in solar ones whose batteries last two or three years. Here panels drive a variable-speed compressor directly and the energy is stored in an ice lining, with no battery. A barrier keeps vaccines from any surface below 0 °C, so nurses may place them anywhere. At 43 °C ambient and without sun the box stays below 8 °C for 120 hours. A 30-day logger raises alarms by text message. Volumes are 35 and 90 litres, with a compartment that freezes ice packs for outreach. More than 2,000 have been delivered. We offer kits for assembly, installation training and spare parts to firms and health organisations with field service.',
          advantages: 'No battery; five days without sun; cannot freeze vaccines; logger and alarms.',
        },
      },
      keywords: {
        market: ['immunisation', 'health posts', '疫苗'],
        technology: ['vaccine refrigerator', 'solar direct drive', 'ice-lined'],
      },
      sector: 'Q',
      ipc: ['F25D11/00', 'F25B27/00', 'F25D16/00'],
      sdgs: [3, 7],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['MM', 'LA', 'KH', 'ID', 'VN', 'PH'],
      partnerKinds: ['agency', 'sme11to49', 'sme50to249'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129915596B', office: 'CN', status: 'granted', expiry: '2039-07-22' }],
      },
      claims: [
        { metric: 'Time without sun', value: 120, unit: 'h', conditions: '43 °C ambient, below 8 °C, 35 l' },
        {
          metric: 'Temperature range',
          value: 4.1,
          unit: '°C',
          conditions: 'between warmest and coldest place in 30 days',
        },
      ],
      price: { min: 900_000, max: 2_200_000, currency: 'CNY' },
    },
  },
  {
    key: 'thermostable-antivenom',
    organisation: 'beilu-medical-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '耐热冻干多价抗蛇毒血清制备工艺',
          summary:
            '针对竹叶青、眼镜蛇、金环蛇和圆斑蝰的多价抗蛇毒血清，F(ab′)2 片段纯化后冻干，三十七摄氏度可存两年，不依赖冷链。',
          description:
            '农村蛇伤多发于远离医院的稻田和胶园，液体抗蛇毒血清必须冷藏，乡镇卫生院往往无法储备。本工艺以四种当地主要毒蛇的毒液分组免疫马匹，采用正辛酸沉淀代替硫酸铵，得到的血浆经胃蛋白酶消化、阴离子层析和病毒灭活两步处理，F(ab′)2 片段纯度百分之九十五以上，聚合体低于百分之一，过敏反应少。加入海藻糖和组氨酸缓冲体系后冻干，三十七摄氏度存放二十四个月效价保持百分之九十以上，加注射用水三十秒内溶解。中和效价经小鼠试验和无动物的细胞毒性试验双重测定。已完成中试三批和临床前安全性评价，临床试验申请获得受理。现寻求有生物制品生产许可的企业，在约定地域内合作完成临床试验和注册，以独占许可方式生产。因毒蛇种类限制，本品仅适用于华南和越南北部。合作方应具备马场或稳定的血浆来源、无菌冻干线和生物制品质量管理体系。我方负责毒液标准品、工艺转移和检定方法培训，临床试验方案已与三家医院商定，预计入组一百八十例。注册由合作方申请。',
          advantages: '不用冷链；过敏反应少；溶解快；效价测定减少动物使用。',
        },
      },
      keywords: { market: ['蛇伤急救'], technology: ['抗蛇毒血清', '冻干', '多价', '热稳定'] },
      sector: 'Q',
      ipc: ['A61K39/395', 'C07K16/18', 'A61P39/02'],
      sdgs: [3],
      dealTypes: ['exclusiveLicence', 'jointDevelopment', 'nonExclusiveLicence'],
      territories: ['CN', 'VN'],
      partnerKinds: ['large', 'sme50to249'],
      trl: 6,
      stage: 'labTested',
      ip: {
        status: 'applied',
        patents: [{ number: 'CN129916607A', office: 'CN', status: 'applied' }],
      },
      claims: [
        { metric: '效价保持率', value: 91, unit: '%', conditions: '37 ℃ 存放 24 个月' },
        { metric: '溶解时间', value: 30, unit: '秒', conditions: '10 毫升注射用水，25 ℃' },
      ],
      price: { min: 200_000_000, max: 800_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'honey-chitosan-dressing',
    organisation: 'song-ha-university',
    content: {
      type: 'TO',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Hydrogel chitosan và mật ong tràm dùng làm băng vết thương mạn tính',
          summary:
            'Màng hydrogel từ chitosan vỏ tôm và mật ong tràm giữ ẩm, kháng khuẩn và giải phóng hoạt chất chậm, hướng tới điều trị loét bàn chân do đái tháo đường.',
          description:
            'Loét bàn chân do đái tháo đường khó lành vì nhiễm khuẩn kéo dài và vết thương bị khô. Nhóm nghiên cứu tạo màng hydrogel từ chitosan chiết xuất từ vỏ tôm, liên kết ngang bằng genipin không độc, bên trong chứa mật ong tràm đã chuẩn hóa hoạt tính kháng khuẩn. Màng hút dịch gấp 14 lần khối lượng, giữ ẩm trong 72 giờ và tháo ra không đau. Thử nghiệm trong phòng thí nghiệm cho thấy màng ức chế tụ cầu vàng kháng methicillin và trực khuẩn mủ xanh. Trên chuột đái tháo đường, vết thương khép miệng nhanh hơn 35 % so với gạc thường sau 14 ngày. Công nghệ đang ở giai đoạn thử nghiệm tiền lâm sàng, chưa có dữ liệu trên người và chưa tiệt trùng ở quy mô lớn. Chúng tôi tìm doanh nghiệp thiết bị y tế cùng phát triển đến giai đoạn lâm sàng.',
        },
        en: {
          title: 'Chitosan and melaleuca honey hydrogel as a dressing for chronic wounds',
          summary:
            'A hydrogel of shrimp-shell chitosan and melaleuca honey keeps wounds moist, kills bacteria and releases its agents slowly; meant for diabetic foot ulcers.',
          description:
            'Diabetic foot ulcers heal badly because infection lasts and the wound dries out. This hydrogel film is made of chitosan from shrimp shells, cross-linked with non-toxic genipin, and holds melaleuca honey of standardised antibacterial activity. It takes up 14 times its weight, keeps the wound moist for 72 hours and comes off without pain. In the laboratory it inhibits resistant staphylococci and pseudomonas. In diabetic mice wounds closed 35 % faster than under gauze after 14 days. There are no human data yet, and sterilisation has not been scaled up. A maker of medical devices is sought to take it to clinical trials together.',
        },
      },
      keywords: { market: ['diabetic foot', 'wound care'], technology: ['hydrogel', 'chitosan', 'dressing'] },
      sector: 'Q',
      ipc: ['A61L15/28', 'A61L15/40', 'A61L26/00'],
      sdgs: [3, 12],
      dealTypes: ['jointDevelopment', 'option', 'exclusiveLicence', 'nonExclusiveLicence'],
      territories: ['WORLD'],
      partnerKinds: ['sme50to249', 'large'],
      trl: 4,
      stage: 'labTested',
      ip: { status: 'applied', patents: [{ number: 'VN1-2025-90155', office: 'VN', status: 'applied' }] },
      claims: [
        { metric: 'Wound closure', value: 35, unit: '% faster', conditions: 'diabetic mice, day 14, against gauze' },
      ],
    },
  },
  {
    key: 'herbal-extraction-fingerprint',
    organisation: 'yunlu-agricultural-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '砂仁、草果挥发油超临界萃取与指纹图谱质量控制',
          summary:
            '用超临界二氧化碳萃取砂仁和草果的挥发油，并建立多成分指纹图谱，使不同产地原料制成的提取物含量一致，供药品和食品企业使用。',
          description:
            '砂仁、草果是药食两用的姜科植物，产地分散，挥发油含量相差可达三倍，企业难以得到质量一致的提取物。本技术采用超临界二氧化碳两级分离，第一级除去蜡质，第二级收集挥发油，萃取温度四十五摄氏度，乙酸龙脑酯等热敏成分损失少，得率比水蒸气蒸馏高百分之四十。同时收集八个产区二百余批样品，用气相色谱建立指纹图谱和产地判别模型，二十分钟即可判定原料等级，并给出混配方案。萃取后的渣粕富含多糖，可作饲料添加剂。技术在一百升萃取釜完成中试，生产三十批次，主要成分批间差异小于百分之五。应合作方要求，提供单位名称在双方同意接触之前不予公开。寻求药品、调味品企业独占或独家许可，也可在原料产地建立初加工点，由我方提供检测方法和技术培训。检测方法可用普通气相色谱仪实施，标准谱库随许可一并提供，并每年按新产季样品更新。合作方年用原料宜在五十吨以上，我方可协助筛选种植点并签订收购质量标准。签约后六个月内即可完成首批工业化生产。',
          advantages: '得率高；批间差异小；二十分钟判定原料等级；渣粕可利用。',
        },
      },
      keywords: { market: ['药食同源', '调味品'], technology: ['超临界萃取', '指纹图谱', '砂仁', '草果'] },
      sector: 'C',
      ipc: ['C11B9/02', 'B01D11/02', 'G01N30/02'],
      sdgs: [3, 9, 15],
      dealTypes: ['exclusiveLicence', 'soleLicence', 'knowHow'],
      territories: ['WORLD'],
      partnerKinds: ['large', 'sme50to249'],
      anonymous: true,
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129917718B', office: 'CN', status: 'granted', expiry: '2040-10-08' }],
      },
      claims: [
        { metric: '挥发油得率提高', value: 40, unit: '%', conditions: '砂仁，与水蒸气蒸馏相比' },
        { metric: '批间差异', value: 4.6, unit: '%', conditions: '30 批次，乙酸龙脑酯含量' },
      ],
      price: { min: 100_000_000, max: 260_000_000, currency: 'CNY' },
    },
  },
]
