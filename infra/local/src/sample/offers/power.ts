import type { SampleOffer } from '../sample.ts'

export const powerOffers: SampleOffer[] = [
  {
    key: 'low-head-hydro-microgrid',
    organisation: 'qiongwan-energy-institute',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '低水头微型水轮机组与村级微电网控制器',
          summary:
            '适用于三至十二米水头的整装式轴流水轮发电机组，配有与光伏、蓄电池并联运行的微电网控制器，可为无电网村寨全天供电。',
          description:
            '山区村寨离主电网远，架线费用高，小溪流水头又低，常规机组效率差、泥沙磨损快。本成果为五至一百千瓦整装式轴流转桨机组，水头三至十二米，水轮机与永磁发电机同轴装在一节管道内，土建只需一座小堰和一段引水管。叶片表面喷涂耐磨层，进口有自清洗栅条，汛期不必每天清渣。配套的微电网控制器以水电为基荷，旱季自动投入光伏和蓄电池，用分级投切负荷的方法稳定频率，不再依靠耗能的假负载。控制器带预付费电表接口和远程监测，村里两名电工经五天培训就能维护。机组已在九个村寨运行，最长四年，年可用率百分之九十六。可提供机组图纸许可、控制器整机供应、站址勘测方法和培训，希望与各国农村电气化机构、水电设备厂共同建设示范电站，并逐步实现水轮机的当地制造。勘测阶段需要至少一个旱季的流量记录，若没有记录，我方可派人用便携流量计实测并估算全年出力。合作方负责取得用水和用地许可，并组织村民参加土建施工与日常管护。示范期满后由村集体自主经营。',
          advantages: '水头三米即可发电；水光储自动协调；土建量小；村民可自行维护。',
        },
        en: {
          title: 'Low-head micro hydro turbines with a village microgrid controller',
          summary:
            'Packaged axial turbines for heads of 3 to 12 m, with a controller that runs them in parallel with solar and batteries, give villages off the grid power around the clock.',
          description:
            'Mountain villages are far from the grid, and their streams have little head and much sand. These packaged axial-flow units of 5 to 100 kW put the turbine and a permanent-magnet generator in one pipe section; the civil works are a small weir and a short penstock. Blades have a wear-resistant coating and the intake screen cleans itself. The microgrid controller takes hydropower as base load, adds solar and batteries in the dry season and keeps the frequency by switching loads in steps, not by wasting power in a dummy load. It has interfaces for prepaid meters and remote monitoring. Nine villages run it, the longest for four years. Licence of drawings, controllers, site survey methods and training are available.',
          advantages:
            'Works from 3 m of head; joins hydro, solar and storage; little civil work; villagers can maintain it.',
        },
      },
      keywords: {
        market: ['rural electrification', 'off-grid village'],
        technology: ['micro hydropower', '微型水电', 'microgrid', 'low head turbine'],
      },
      sector: 'D',
      ipc: ['F03B3/06', 'H02J3/38', 'F03B15/00'],
      sdgs: [7, 9, 13],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'demonstrationPark', 'capacityBuilding'],
      territories: ['LA', 'MM', 'VN', 'KH', 'ID'],
      partnerKinds: ['agency', 'sme11to49', 'sme50to249'],
      trl: 8,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129904419B', office: 'CN', status: 'granted', expiry: '2040-12-09' },
          { number: 'LA999127', office: 'LA', status: 'applied' },
        ],
      },
      claims: [
        {
          metric: 'Efficiency from water to wire',
          value: 74,
          unit: '%',
          conditions: '30 kW unit at 6 m head, full gate',
        },
        { metric: 'Availability', value: 96, unit: '%', conditions: 'mean of nine villages over a year' },
        { metric: 'Frequency deviation', value: 0.6, unit: 'Hz', conditions: 'step of 30 % of load' },
      ],
      price: { min: 8_000_000, max: 60_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'solar-irrigation-pump',
    organisation: 'xunfeng-pumps',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '无蓄电池光伏灌溉水泵及变频驱动器',
          summary:
            '光伏板直接驱动深井泵和地面泵，最大功率跟踪与防干转保护集成在一个驱动器内，适合干旱地区小农户替代柴油机抽水灌溉。',
          description:
            '干旱地区农民用柴油机抽水灌溉，油价高且供应不稳。本系统用光伏板经变频驱动器直接带动永磁同步水泵，不需要蓄电池，白天把水抽到高位水池或直接接入滴灌。驱动器采用改进的扰动观察法跟踪最大功率点，云影掠过时不停机，早晚弱光也能低速出水；内置防干转、防雷、堵转和水池满停保护，外壳防护等级达到室外安装要求，在五十摄氏度环境中不降额运行。水泵叶轮和轴套采用耐沙不锈钢，可在含沙井水中工作。功率从零点七五到二十二千瓦，扬程十到一百八十米。手机可查看水量、发电量和故障，无网络时可本地读取。累计销售三万余套。现提供驱动器软硬件的组装许可、零件供应、选型软件和维修培训，寻求在当地有服务网点的企业或农民组织合作，逐步实现控制柜和支架的本地生产。对地下水位下降较快的地区，驱动器可设置每日最大抽水量，帮助用水组织共同管理水源。备件按使用年限成套供应，常见故障由显示屏给出图示，农民可自行更换。合作方下单后七天内可收到常用备件。',
          advantages: '不用柴油和蓄电池；高温不降额；耐含沙井水；带多语言选型软件。',
        },
        en: {
          title: 'Battery-free solar irrigation pumps with variable-speed drive',
          summary:
            'Solar panels drive borehole and surface pumps directly; maximum power tracking and dry-run protection sit in one drive. For smallholders in dry areas who want to replace diesel pumping.',
          description:
            'Farmers in dry areas pump irrigation water with diesel engines, at high and uncertain cost. Here panels feed a permanent-magnet pump through a variable-speed drive, with no battery: water goes to a raised tank or straight into drip lines. The drive tracks the maximum power point through passing clouds and starts in weak morning light. It protects against dry running, lightning, blockage and a full tank, and runs at 50 °C without derating. Impeller and sleeve are sand-resistant stainless steel. Powers are 0.75 to 22 kW and heads 10 to 180 m. More than 30,000 sets have been sold. Assembly licences, parts, sizing software and repair training are offered to partners with a local service network.',
          advantages: 'No diesel, no battery; full power in heat; stands sandy wells.',
        },
      },
      keywords: {
        market: ['smallholder irrigation', 'dry zone'],
        technology: ['solar pump', '光伏水泵', 'MPPT drive', 'irrigation'],
      },
      sector: 'A',
      ipc: ['F04B17/00', 'H02S10/00', 'A01G25/16'],
      sdgs: [2, 6, 7, 13],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['MM', 'KH', 'LA', 'TH', 'ID', 'VN'],
      partnerKinds: ['other', 'sme1to10', 'sme11to49'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129905532B', office: 'CN', status: 'granted', expiry: '2037-06-14' }],
      },
      claims: [
        { metric: 'Water delivered', value: 62, unit: 'm³/day', conditions: '2.2 kW, 35 m head, 5.5 kWh/m² a day' },
        { metric: 'Tracking efficiency', value: 99.1, unit: '%', conditions: 'moving cloud test' },
        { metric: 'Cost against diesel', value: -61, unit: '%', conditions: 'over five years, 1,400 h a year' },
      ],
      price: { min: 500_000, max: 6_800_000, currency: 'CNY' },
    },
  },
  {
    key: 'sodium-ion-storage',
    organisation: 'tingshan-university-of-technology',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '耐高温钠离子电池储能柜（海岛与离网微电网用）',
          summary:
            '以硬碳负极和层状氧化物正极的钠离子电芯组成一百千瓦时储能柜，四十五摄氏度不用空调即可运行，适合海岛柴油电站替代。',
          description:
            '海岛和离网地区气温高、盐雾重、维护人员少，锂电池储能柜必须配空调，用电多、故障多。本成果采用自主研制的钠离子电芯，负极为椰壳和竹基硬碳，正极为不含钴的层状氧化物，电解液经过高温改性，在四十五摄氏度下循环四千次容量保持百分之八十二。储能柜为自然风冷，防盐雾涂层，单柜一百千瓦时，可多柜并联。能量管理系统根据柴油机、光伏、风电出力和负荷预测确定充放电计划，使柴油机只在高效区间运行。电芯可放电至零伏运输，热失控触发温度比磷酸铁锂高约三十摄氏度，渡船运输安全。样机在一座海岛与两百千瓦光伏并联运行十八个月，柴油用量下降百分之六十四。现寻求电力公司开展海岛示范，并与电池组装企业商谈电芯工艺和能量管理软件的许可。硬碳原料可用当地椰壳生产，愿联合开发。示范期间可先以评价许可方式提供一台储能柜，运行数据由双方共享，达到约定的可用率后再签订正式许可。消防、并网保护和退役回收的技术文件均已编制完成，可按所在国标准修改。',
          advantages: '不用空调；不含钴和锂；运输安全；椰壳可作负极原料。',
        },
      },
      keywords: { market: ['海岛供电', '离网微电网'], technology: ['钠离子电池', '储能', '能量管理系统', '硬碳'] },
      sector: 'D',
      ipc: ['H01M10/054', 'H01M4/587', 'H02J3/32'],
      sdgs: [7, 9, 13],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'jointDevelopment', 'demonstrationPark'],
      territories: ['WORLD'],
      partnerKinds: ['large', 'sme50to249', 'agency'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129906648B', office: 'CN', status: 'granted', expiry: '2042-01-25' },
          { number: 'WO2023/991204', office: 'WO', status: 'applied' },
        ],
      },
      claims: [
        { metric: '容量保持率', value: 82, unit: '%', conditions: '45 ℃，0.5C 循环 4000 次' },
        { metric: '柴油消耗下降', value: 64, unit: '%', conditions: '海岛示范，18 个月，光伏 200 kW' },
      ],
      price: { min: 7_000_000, max: 30_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'solar-ice-maker',
    organisation: 'shuanghe-cold-chain',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '光伏直驱制冰与相变蓄冷保鲜库',
          summary:
            '光伏直接驱动变频压缩机白天制冰，夜间由相变材料保冷，渔港和小岛不接电网、不用大容量电池也能为渔获保鲜。',
          description:
            '小岛和偏远渔港买冰要坐船，冰价占渔民成本的很大一部分，渔获因缺冰损失严重。本装备把光伏板、直流变频压缩机、片冰机和相变蓄冷库装在一个二十英尺集装箱内，运到码头连接水源即可生产。白天光伏功率直接驱动压缩机，控制器按日照调节转速，先制冰，再给零下四摄氏度的相变材料蓄冷；夜间和阴天由相变材料维持库温，只保留一组小电池供控制和照明。制冰用水可以是淡水，也可以是过滤海水，海水片冰柔软，不刺伤鱼体。标准型每天产冰六百公斤，库容八立方米；大型每天两吨。制冷剂为丙烷，充注量小于一百五十克每回路。设备全部采用防盐雾外壳，渔民经两天培训可以操作和清洗。已在四个渔村使用，最长两年半。现提供整机、关键部件组装许可及培训，欢迎渔业合作社和冷链企业合作示范。安装需要平整场地约一百平方米和每天一至三立方米水源。冰价、保鲜服务费等可按合作社自定的方式收取，设备带计量与简易记账功能，便于社员共同核算。台风季可整体锁固或临时运走。',
          advantages: '不接电网；不用大电池；海水也能制冰；集装箱整体运输。',
        },
        en: {
          title: 'Solar-driven ice maker with phase-change cold store for fishing harbours',
          summary:
            'Photovoltaic panels drive a variable-speed compressor that makes ice by day, and phase-change material keeps the store cold by night: fish stays fresh with no grid and no large battery.',
          description:
            'On small islands ice comes by boat, it is a large part of the fishers’ cost, and much of the catch spoils for lack of it. This 20-foot container holds a direct-current compressor, a flake ice machine and a cold store with phase-change material at -4 °C; panels lie on its roof and beside it. By day the controller follows the sun: first it makes ice, then it charges the store. By night the material holds the temperature, and one small battery feeds controls and lights. Ice is made of fresh or filtered sea water. The standard unit makes 600 kg of ice a day and stores 8 cubic metres; a large one makes 2 tonnes. The refrigerant is propane. Four fishing villages use it.',
          advantages: 'No grid, no large battery; sea-water ice; moved as one container.',
        },
      },
      keywords: {
        market: ['small-scale fisheries', 'island'],
        technology: ['solar ice maker', '光伏制冰', 'phase change material', 'cold storage'],
      },
      sector: 'A',
      ipc: ['F25C1/12', 'F25D11/00', 'A23B4/06'],
      sdgs: [7, 12, 14],
      dealTypes: ['nonExclusiveLicence', 'demonstrationPark', 'capacityBuilding'],
      territories: ['ID', 'VN', 'TH', 'KH', 'MM', 'PH'],
      partnerKinds: ['other', 'sme11to49', 'agency'],
      trl: 8,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129907759B', office: 'CN', status: 'granted', expiry: '2041-04-30' },
          { number: 'IDP000991530', office: 'ID', status: 'applied' },
        ],
      },
      claims: [
        { metric: 'Ice made', value: 600, unit: 'kg/day', conditions: '5.2 kWh/m² a day, 32 °C ambient, fresh water' },
        {
          metric: 'Store temperature',
          value: 2,
          unit: '°C',
          conditions: 'after 36 h without sun, door opened 10 times',
        },
      ],
      price: { min: 18_000_000, max: 52_000_000, currency: 'CNY' },
    },
  },
]
