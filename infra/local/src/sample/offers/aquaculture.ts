import type { SampleOffer } from '../sample.ts'

export const aquacultureOffers: SampleOffer[] = [
  {
    key: 'shrimp-pond-electrolysis',
    organisation: 'haichuan-water-institute',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '对虾养殖池水电解消毒与微纳米气泡增氧循环处理系统',
          summary:
            '利用池水自身盐分电解产生低浓度活性氯，再经微纳米气泡增氧和生物滤池脱氮，杀灭弧菌和病毒而不投药，换水量减少八成。',
          description:
            '对虾高密度养殖中，急性肝胰腺坏死病、白斑病多由带病水源和池底有机物积累引起，养殖户大量投放漂白粉、抗生素，既伤虾又有残留。本系统把进水消毒和池水循环处理合为一套：进水段采用钛基氧化物涂层电极，在千分之五到三十五的盐度下就地电解产生活性氯，接触三十分钟后由催化柱分解余氯，对虾无毒；循环段由微滤机去除残饵粪便，微纳米气泡发生器把溶解氧维持在每升六毫克以上，移动床生物滤池去除氨氮和亚硝酸盐。控制柜在线监测盐度、余氯、溶氧、氨氮和氧化还原电位，手机可查看。一套设备服务水面两千平方米，总功率五千瓦。在三个养殖场六个造次的试验中，弧菌总数下降两个数量级，成活率平均提高二十一个百分点，未使用抗生素。电极连续使用一万小时以上。现寻求对虾养殖企业试用和推广，并向当地设备厂许可整机组装、提供电极和培训。评价试用期为一个养殖造次，由双方共同取样检测。设备在渔场现场安装约需五天，停电时可由备用电源维持增氧四小时。',
          advantages: '不投药、无抗生素残留；利用海水自身盐分；电极寿命长；节水八成。',
        },
      },
      keywords: {
        market: ['对虾养殖', '水产'],
        technology: ['电解消毒', '微纳米气泡', '弧菌', '循环水处理', '生物滤池'],
      },
      sector: 'A',
      ipc: ['A01K63/04', 'C02F1/467', 'C02F3/08'],
      sdgs: [2, 6, 14],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'knowHow', 'capacityBuilding'],
      territories: ['VN', 'TH', 'ID', 'MM', 'KH'],
      partnerKinds: ['large', 'sme50to249', 'sme11to49'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129910034B', office: 'CN', status: 'granted', expiry: '2041-05-07' },
          { number: 'VN1-2024-90688', office: 'VN', status: 'applied' },
        ],
      },
      claims: [
        { metric: '弧菌总数下降', value: 99.2, unit: '%', conditions: '盐度 15‰，接触 30 分钟' },
        { metric: '成活率提高', value: 21, unit: '个百分点', conditions: '三个养殖场六个造次，与对照池相比' },
        { metric: '换水量减少', value: 80, unit: '%', conditions: '养殖周期 95 天' },
      ],
      price: { min: 15_000_000, max: 48_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'black-soldier-fly-meal',
    organisation: 'cua-song-aquaculture-institute',
    content: {
      type: 'TO',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Công nghệ nuôi ruồi lính đen sản xuất bột đạm thay thế bột cá trong thức ăn thủy sản',
          summary:
            'Dây chuyền nuôi ấu trùng ruồi lính đen từ bã bia, bã đậu và phụ phẩm rau quả, chế biến bột côn trùng giàu đạm để thay một nửa bột cá trong thức ăn cho cá và tôm.',
          description:
            'Bột cá ngày càng đắt và nguồn cung không ổn định, trong khi phụ phẩm của nhà máy bia, đậu phụ và rau quả thường bị bỏ đi. Viện đã hoàn thiện công nghệ nuôi ruồi lính đen trong điều kiện nhiệt đới: phòng giao phối dùng ánh sáng nhân tạo cho trứng quanh năm, khay nuôi xếp tầng, máy tách ấu trùng khỏi phân và dây chuyền sấy, ép tách mỡ, nghiền bột. Một mô-đun xử lý 5 tấn phụ phẩm mỗi ngày, cho khoảng 320 kg bột đạm, 110 kg mỡ côn trùng và 1 tấn phân hữu cơ. Bột có hàm lượng đạm 55 %, đã được thử nghiệm cho ăn ở cá rô phi, cá mú và tôm thẻ chân trắng: thay 50 % bột cá mà tốc độ tăng trưởng và hệ số thức ăn không khác biệt. Công nghệ đang vận hành ở hai nhà máy. Viện cung cấp giống ruồi, bản vẽ thiết bị, công thức thức ăn và đào tạo kỹ thuật viên.',
          advantages: 'Dùng phụ phẩm tại chỗ; cho trứng quanh năm; có công thức thức ăn đã kiểm chứng cho ba loài.',
        },
      },
      keywords: {
        market: ['thức ăn thủy sản', 'bột cá'],
        technology: ['ruồi lính đen', 'bột côn trùng', 'đạm thay thế'],
      },
      sector: 'A',
      ipc: ['A23K10/20', 'A23K50/80', 'A01K67/033'],
      sdgs: [2, 12, 14],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding', 'jointDevelopment'],
      territories: ['VN', 'ID', 'KH', 'LA', 'TH'],
      partnerKinds: ['other', 'sme11to49', 'sme50to249', 'large'],
      trl: 8,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [{ number: 'VN1-0099417', office: 'VN', status: 'granted', expiry: '2040-02-18' }],
      },
      claims: [
        { metric: 'Hàm lượng đạm', value: 55, unit: '%', conditions: 'bột đã tách mỡ, tính theo chất khô' },
        { metric: 'Tỷ lệ thay thế bột cá', value: 50, unit: '%', conditions: 'cá rô phi, cá mú, tôm thẻ, 12 tuần' },
      ],
      price: { min: 700_000_000, max: 3_500_000_000, currency: 'VND' },
    },
  },
]
