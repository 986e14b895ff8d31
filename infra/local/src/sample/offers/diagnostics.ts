import type { SampleOffer } from '../sample.ts'

export const diagnosticsOffers: SampleOffer[] = [
  {
    key: 'dengue-combo-test',
    organisation: 'suiyun-diagnostics',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '登革热 NS1 抗原与 IgM、IgG 抗体荧光快速检测卡',
          summary:
            '一滴指尖血十五分钟内同时检测登革病毒 NS1 抗原和 IgM、IgG 抗体，区分原发与继发感染，适合基层卫生所和疫情现场。',
          description:
            '登革热早期症状与其他发热病相似，基层卫生所没有实验室，病人往往到出现出血和休克征象才转诊。本产品为时间分辨荧光免疫层析检测卡，一滴指尖血加样一次，两条独立通道分别检测 NS1 抗原和 IgM、IgG 抗体，覆盖四种血清型，发病第一天到第十四天均可使用。量子点标记物使灵敏度比胶体金卡提高约八倍，配套的掌上读数仪自动判读并给出原发或继发感染提示，结果可上传到疾控报告系统；没有读数仪时也可在紫外手电下肉眼判读。检测卡在四十摄氏度下有效期十八个月，不需要冷链。已在国内取得注册证，在两个热带国家完成共两千四百例临床评价。现提供检测卡组装线的许可与技术转移、抗体原料供应、读数仪软件本地化，寻求有体外诊断生产资质的企业及卫生部门合作开展现场评价和培训。评价阶段可免费提供五百人份试剂和两台读数仪，由当地卫生部门组织采样，用核酸检测作参照。组装线占地三百平方米，年产能两百万人份，可先进口大板分切包装，再逐步过渡到本地点膜。',
          advantages: '抗原抗体一卡同测；不用冷链；可区分继发感染；有无读数仪均可使用。',
        },
        en: {
          title: 'Dengue NS1 antigen and IgM/IgG antibody rapid test with fluorescent reading',
          summary:
            'One drop of finger blood gives dengue NS1 antigen and IgM and IgG antibodies in 15 minutes and tells primary from secondary infection, for health posts and outbreak teams.',
          description:
            'Early dengue looks like any other fever, and health posts have no laboratory, so patients are often referred only when they bleed or go into shock. This fluorescent lateral flow card takes one drop of finger blood; two separate channels read NS1 antigen and IgM and IgG antibodies of all four serotypes, from day 1 to day 14. Quantum dot labels make it about eight times as sensitive as colloidal gold. A palm-size reader gives the result, points out secondary infection and reports to surveillance systems; without it the card can be read under an ultraviolet torch. Cards keep for 18 months at 40 °C. Trials covered 2,400 patients in two tropical countries. Assembly lines, antibodies and training are on offer.',
          advantages:
            'Antigen and antibodies on one card; no cold chain; flags secondary infection; works without a reader.',
        },
      },
      keywords: {
        market: ['primary care', 'outbreak response', '登革热'],
        technology: ['dengue rapid test', 'NS1 antigen', 'lateral flow'],
      },
      sector: 'Q',
      ipc: ['G01N33/569', 'G01N33/558', 'G01N33/577'],
      sdgs: [3],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'knowHow', 'capacityBuilding'],
      territories: ['ID', 'TH', 'VN', 'KH', 'LA', 'MM', 'PH'],
      partnerKinds: ['agency', 'sme50to249', 'large'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129913374B', office: 'CN', status: 'granted', expiry: '2040-05-28' },
          { number: 'WO2022/990771', office: 'WO', status: 'applied' },
        ],
      },
      claims: [
        {
          metric: 'Sensitivity, NS1',
          value: 93.4,
          unit: '%',
          conditions: 'days 1 to 5 of fever, 1,310 patients, against RT-PCR',
        },
        { metric: 'Specificity', value: 98.1, unit: '%', conditions: '1,090 patients with other fevers' },
        { metric: 'Time to result', value: 15, unit: 'min', conditions: '20 to 40 °C' },
      ],
      price: { min: 80_000_000, max: 300_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'g6pd-point-of-care',
    organisation: 'si-wang-thong-university',
    content: {
      type: 'TO',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'เครื่องตรวจเอนไซม์ G6PD เชิงปริมาณแบบพกพาสำหรับผู้ป่วยมาลาเรียไวแวกซ์',
          summary:
            'เครื่องขนาดฝ่ามือวัดเอนไซม์ G6PD และฮีโมโกลบินจากเลือดปลายนิ้วภายในสามนาที ช่วยให้สั่งยาไพรมาควินรักษามาลาเรียไวแวกซ์ได้อย่างปลอดภัย',
          description:
            'การรักษามาลาเรียไวแวกซ์ให้หายขาดต้องใช้ยาไพรมาควินหรือทาฟีโนควิน แต่ผู้ที่พร่องเอนไซม์ G6PD อาจเกิดเม็ดเลือดแดงแตกรุนแรง หน่วยมาลาเรียในพื้นที่ห่างไกลส่วนใหญ่ยังตรวจเอนไซม์นี้ไม่ได้ มหาวิทยาลัยพัฒนาแผ่นตรวจแบบเอนไซม์แห้งและเครื่องอ่านแสงที่วัดกิจกรรมของ G6PD เทียบกับฮีโมโกลบินในครั้งเดียว ใช้เลือดปลายนิ้ว 10 ไมโครลิตร แสดงผลเป็นสามระดับคือ ปกติ ปานกลาง และพร่อง เครื่องชดเชยอุณหภูมิอัตโนมัติตั้งแต่ 18 ถึง 40 องศาเซลเซียส ใช้แบตเตอรี่ตรวจได้ 200 ครั้ง มีหน้าจอภาษาไทย ลาว เมียนมา และเขมร ทดสอบภาคสนามแล้วในผู้ป่วย 860 คนที่คลินิกมาลาเรียชายแดน ต้องการหน่วยงานสาธารณสุขร่วมประเมินในพื้นที่ และผู้ผลิตเครื่องมือแพทย์รับอนุญาตใช้สิทธิ',
          advantages: 'ให้ผลเชิงปริมาณ ใช้ได้ในอากาศร้อน เมนูหลายภาษา และอาสาสมัครหมู่บ้านเรียนรู้ได้ในหนึ่งวัน',
        },
        en: {
          title: 'Portable quantitative G6PD test for patients with vivax malaria',
          summary:
            'A palm-size reader measures G6PD and haemoglobin from finger blood in three minutes, so that primaquine can be given safely against vivax malaria.',
          description:
            'Radical cure of vivax malaria needs primaquine or tafenoquine, which may cause severe haemolysis in people who lack the enzyme G6PD. Most remote malaria posts cannot test for it. This dry-enzyme strip and optical reader measure G6PD activity against haemoglobin in one step from 10 µl of finger blood and show normal, intermediate or deficient. The reader corrects for temperature from 18 to 40 °C, runs 200 tests on one charge and has menus in Thai, Lao, Burmese and Khmer. It was tried on 860 patients in border malaria clinics. Health authorities are sought for evaluation, and device makers for a licence.',
          advantages: 'Quantitative; works in heat; menus in several languages; learnt in a day.',
        },
      },
      keywords: {
        market: ['malaria elimination', 'มาลาเรีย'],
        technology: ['G6PD', 'point of care test', 'vivax malaria'],
      },
      sector: 'Q',
      ipc: ['C12Q1/32', 'G01N21/78', 'G01N33/72'],
      sdgs: [3, 10],
      dealTypes: ['evaluationLicence', 'nonExclusiveLicence', 'capacityBuilding'],
      territories: ['TH', 'LA', 'MM', 'KH', 'VN'],
      partnerKinds: ['agency', 'sme11to49', 'sme50to249'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'applied',
        patents: [{ number: 'TH2299000452', office: 'TH', status: 'applied' }],
      },
      claims: [
        {
          metric: 'Sensitivity for deficiency',
          value: 98.9,
          unit: '%',
          conditions: 'below 30 % activity, 860 patients',
        },
        { metric: 'Time to result', value: 3, unit: 'min', conditions: '18 to 40 °C' },
      ],
      price: { min: 50_000_000, max: 180_000_000, currency: 'THB' },
    },
  },
  {
    key: 'chest-x-ray-screening',
    organisation: 'beilu-medical-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '便携式数字胸片机与肺结核人工智能筛查软件',
          summary:
            '背包式低剂量胸片机配合离线运行的人工智能软件，一分钟给出肺结核可疑评分，供流动筛查队在没有放射科医生的乡村使用。',
          description:
            '乡村肺结核发现率低，主要因为缺少放射科医生和可移动的胸片设备。本成果把重八公斤的电池供电胸片机、无线平板探测器和离线人工智能软件装在一个背包内，流动队一天可筛查二百人。软件在普通笔记本电脑上运行，不需联网，一分钟内给出肺结核可疑评分和病灶热图，同时提示肺炎、气胸和心影增大。模型用八个国家四十余万张胸片训练，并用痰核酸检测结果校准阈值，可按当地患病率和检测能力调节。对硅肺和陈旧病灶采用单独模型以减少误报。辐射剂量为常规床旁机的三分之一，操作者站在三米外无需铅屏。软件已通过国内三类注册，在山区筛查六万余人。现寻求卫生部门、诊所网络和设备企业合作，以非独占许可方式使用软件，开展现场评价，提供放射技师培训和多语言界面。界面现有中文、英文、法文，增加新语言约需三周。影像和评分均保存在本机加密硬盘内，是否上传由使用方决定。评价阶段提供一套设备三个月，按当地痰检结果重新设定阈值。软件每年更新一次，更新不收费。',
          advantages: '离线运行；八公斤背包；阈值可按当地情况调节；一天可筛二百人。',
        },
        en: {
          title: 'Portable digital chest X-ray with artificial intelligence screening for tuberculosis',
          summary:
            'A backpack low-dose X-ray and software that works offline score chest films for tuberculosis within a minute, for mobile teams in villages without a radiologist.',
          description:
            'Many cases of tuberculosis in villages are missed for want of radiologists and of X-ray equipment that can travel. A battery X-ray of 8 kg, a wireless flat panel and offline software fit in one backpack; a mobile team screens 200 people a day. The software runs on an ordinary laptop and returns a tuberculosis score and a heat map within a minute; it also points out pneumonia, pneumothorax and an enlarged heart. It learnt from over 400,000 films of eight countries, and thresholds are set against sputum tests and may be tuned to local prevalence. A separate model for silicosis and old lesions reduces false alarms. More than 60,000 people have been screened.',
          advantages: 'Works offline; one backpack; thresholds adapt to the place; 200 people a day.',
        },
      },
      keywords: {
        market: ['tuberculosis screening', 'mobile clinics'],
        technology: ['chest X-ray', 'artificial intelligence', '肺结核'],
      },
      sector: 'Q',
      ipc: ['A61B6/00', 'G06T7/00', 'G16H50/20'],
      sdgs: [3, 10],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'capacityBuilding', 'jointDevelopment'],
      territories: ['WORLD'],
      partnerKinds: ['agency', 'other', 'sme50to249'],
      trl: 8,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129914485B', office: 'CN', status: 'granted', expiry: '2041-12-13' }],
      },
      claims: [
        {
          metric: 'Sensitivity',
          value: 92.7,
          unit: '%',
          conditions: 'at 75 % specificity, 3,900 people, against sputum nucleic acid test',
        },
        { metric: 'People screened', value: 200, unit: 'per day', conditions: 'team of three' },
      ],
      price: { min: 25_000_000, max: 70_000_000, currency: 'CNY' },
    },
  },
]
