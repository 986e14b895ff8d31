import type { SampleOffer } from '../sample.ts'

export const cropOffers: SampleOffer[] = [
  {
    key: 'cassava-mosaic-field-test',
    organisation: 'song-ha-university',
    content: {
      type: 'TO',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Bộ kit phát hiện nhanh virus khảm lá sắn và quy trình nhân giống sắn sạch bệnh',
          summary:
            'Bộ kit LAMP phát hiện virus khảm lá sắn ngay tại ruộng trong 35 phút, đi kèm quy trình nhân nhanh hom giống sạch bệnh từ các dòng sắn kháng bệnh.',
          description:
            'Bệnh khảm lá sắn lây lan chủ yếu qua hom giống nhiễm bệnh và bọ phấn trắng, làm giảm năng suất từ 30 đến 80 %. Nông dân thường không nhận ra hom đã nhiễm virus vì cây chưa có triệu chứng. Nhóm nghiên cứu đã phát triển bộ kit khuếch đại đẳng nhiệt (LAMP) dùng mẫu lá hoặc vỏ thân, chiết mẫu bằng một bước đơn giản, đọc kết quả bằng màu sắc sau 35 phút ở 63 °C với máy ủ chạy pin. Hóa chất được đông khô nên bảo quản được sáu tháng ở nhiệt độ thường. Cùng với bộ kit là quy trình nhân nhanh bằng hom một mắt trong nhà màng chống côn trùng: từ một cây mẹ sạch bệnh có thể tạo ra khoảng 400 cây con trong một năm. Quy trình đã được áp dụng tại bốn vùng trồng sắn trên 260 ha. Chúng tôi tìm đối tác sản xuất kit và các hợp tác xã, cơ quan khuyến nông muốn xây dựng vườn giống sạch bệnh.',
          advantages:
            'Không cần phòng thí nghiệm; phát hiện được cây chưa có triệu chứng; kèm quy trình nhân giống hoàn chỉnh.',
        },
        en: {
          title: 'Rapid field test for cassava mosaic virus, with a protocol for clean planting material',
          summary:
            'A LAMP kit finds cassava mosaic virus in the field in 35 minutes, and a protocol multiplies clean stakes of tolerant lines quickly.',
          description:
            'Cassava mosaic disease spreads mostly with infected stakes and with whitefly, and takes 30 to 80 % of the yield. Growers cannot see that a stake is infected before symptoms show. This isothermal amplification kit takes leaf or stem bark with a one-step extraction and shows the result by colour after 35 minutes at 63 °C in a battery-run block. Reagents are freeze-dried and keep for six months at ambient temperature. With it comes rapid multiplication from single-node cuttings in an insect-proof house: one clean mother plant gives about 400 plants in a year. It is in use on 260 ha in four cassava districts.',
          advantages: 'No laboratory; finds infection before symptoms; complete with a multiplication protocol.',
        },
      },
      keywords: {
        market: ['cassava growers', 'clean seed', 'sắn'],
        technology: ['cassava mosaic virus', 'LAMP', 'rapid multiplication'],
      },
      sector: 'A',
      ipc: ['C12Q1/70', 'A01H4/00', 'A01G2/10'],
      sdgs: [1, 2, 15],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'jointDevelopment', 'capacityBuilding'],
      territories: ['KH', 'LA', 'TH', 'VN', 'MM'],
      partnerKinds: ['other', 'agency', 'sme11to49'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'applied',
        patents: [{ number: 'VN1-2023-90417', office: 'VN', status: 'applied' }],
      },
      claims: [
        { metric: 'Sensitivity', value: 96.8, unit: '%', conditions: '512 field samples, against PCR' },
        { metric: 'Specificity', value: 98.5, unit: '%', conditions: '512 field samples, against PCR' },
        { metric: 'Time to result', value: 35, unit: 'min', conditions: 'from leaf to colour, 63 °C' },
      ],
      price: { min: 200_000_000, max: 900_000_000, currency: 'VND' },
    },
  },
  {
    key: 'rice-blast-bacillus',
    organisation: 'yunlu-agricultural-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '防治稻瘟病的贝莱斯芽孢杆菌可湿性粉剂',
          summary:
            '从高原老稻田分离的贝莱斯芽孢杆菌菌株，制成耐储存的可湿性粉剂，对叶瘟和穗颈瘟的田间防效接近常用化学药剂。',
          description:
            '稻瘟病菌小种变化快，抗病品种往往三五年即失效，化学药剂又面临残留和抗性问题。课题组从海拔一千八百米的传统稻田中筛选到一株贝莱斯芽孢杆菌，能分泌多种脂肽类抗生素抑制稻瘟病菌附着胞形成，同时诱导水稻自身抗性。发酵采用豆粕和糖蜜培养基，五吨罐三十六小时芽孢数达到每毫升六十亿以上，喷雾干燥后加入矿物载体制成可湿性粉剂，常温存放十八个月活菌数仍在标示值的九成以上。田间在分蘖末期和破口期各喷一次，穗颈瘟防效七成以上，与三环唑减量一半混用时防效超过单用全量化学药剂。菌株对蜜蜂、鱼和稻田蛙类安全，完成了急性毒性试验。目前完成中试发酵和三省五地两年小区试验，正在准备登记资料。寻求有微生物农药生产能力的企业进行合作开发与登记，也可转让菌株和发酵工艺。菌株已在国际保藏机构保存并完成全基因组测序，未发现毒素和耐药转移元件。合作方应具备五吨以上好氧发酵罐和喷雾干燥设备，并承担目标市场的登记试验费用，登记证可由双方共同持有。',
          advantages: '原料便宜；常温可存十八个月；可与化学药剂减量混用；对鱼、蜂安全。',
        },
      },
      keywords: { market: ['水稻种植', '生物农药'], technology: ['稻瘟病', '芽孢杆菌', '可湿性粉剂'] },
      sector: 'A',
      ipc: ['A01N63/22', 'C12N1/20', 'A01P3/00'],
      sdgs: [2, 12, 15],
      dealTypes: ['exclusiveLicence', 'jointDevelopment', 'assignment'],
      territories: ['CN', 'VN', 'LA', 'MM'],
      partnerKinds: ['sme50to249', 'large'],
      trl: 6,
      stage: 'labTested',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129908861B', office: 'CN', status: 'granted', expiry: '2041-10-19' }],
      },
      claims: [
        { metric: '穗颈瘟防效', value: 71.4, unit: '%', conditions: '三省五地两年小区试验平均值' },
        { metric: '芽孢存活率', value: 92, unit: '%', conditions: '25 ℃ 存放 18 个月' },
      ],
      price: { min: 60_000_000, max: 150_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'rubber-tapping-robot',
    organisation: 'tingshan-university-of-technology',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '轨道式橡胶树夜间自动割胶机器人',
          summary:
            '机器人沿林间轻轨夜间行走，用激光测量树围和旧割线，控制割刀以零点一毫米精度切割树皮，缓解割胶工短缺。',
          description:
            '割胶是天然橡胶生产中最费人工的环节，需要凌晨作业，年轻人不愿从事。本项目研制的割胶机器人沿架设在树行间的轻型轨道移动，每到一株树由激光轮廓仪扫描树干，重建树皮曲面和上一次割线的位置，六轴机械臂带动双刃割刀沿规划的螺旋线切割，耗皮量和深度由力反馈实时修正，避免伤及形成层。一条轨道可服务一百八十株，一夜完成。割刀、传感器均有防胶、防雨设计，电池可换。样机在试验胶园完成一季共一万两千余次切割，伤树率低于百分之三，产胶量与二级胶工相当；但在大雨后树皮湿滑、坡度大于十五度的地块尚不稳定，轨道成本也需降低。目前处于实验室与小规模胶园试验阶段，寻求橡胶种植企业提供试验胶园并参与联合开发，也可给予期权，待定型后优先许可。下一步计划在两种坡度、三个品系的胶园各建一条试验轨道，连续运行两个割胶季，重点验证雨后作业和轨道成本。合作方提供不少于五公顷胶园和两名割胶技工，共同拥有改进部分的知识产权。期权有效期为两年。',
          advantages: '切割深度精确；夜间无人作业；每次切割都有数据记录。',
        },
        en: {
          title: 'Rail-guided robot for tapping rubber trees at night',
          summary:
            'A robot on a light rail between the rows scans the trunk and the last cut by laser and cuts the bark to within 0.1 mm, where tappers are hard to find.',
          description:
            'Tapping is the most laborious part of growing natural rubber; it is done before dawn and few young people want the work. This robot moves on a light rail between the rows. At each tree a laser profiler rebuilds the bark surface and the last cut, and a six-axis arm leads a two-edged blade along a planned spiral; force feedback corrects depth so that the cambium is spared. One rail serves 180 trees a night. A prototype made some 12,000 cuts in one season of trial. It is not yet stable on wet bark or on slopes above 15 degrees, and the rail must become cheaper. A grower with trial plots is sought for joint development.',
        },
      },
      keywords: {
        market: ['rubber plantation', '天然橡胶'],
        technology: ['rubber tapping', 'robot', 'laser profiling'],
      },
      sector: 'A',
      ipc: ['A01G23/10', 'B25J11/00', 'B25J9/16'],
      sdgs: [8, 9],
      dealTypes: ['jointDevelopment', 'option', 'nonExclusiveLicence'],
      territories: ['TH', 'VN', 'ID', 'CN', 'KH', 'LA'],
      partnerKinds: ['large', 'other', 'sme50to249'],
      trl: 5,
      stage: 'labTested',
      ip: {
        status: 'applied',
        patents: [{ number: 'CN129909922A', office: 'CN', status: 'applied' }],
      },
      claims: [
        { metric: 'Trees injured', value: 2.7, unit: '%', conditions: '12,000 cuts in one season, slope below 10°' },
        { metric: 'Cutting depth error', value: 0.1, unit: 'mm', conditions: 'dry bark' },
      ],
    },
  },
  {
    key: 'greenhouse-solar-dryer',
    organisation: 'si-wang-thong-university',
    content: {
      type: 'TO',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'โรงอบแห้งพลังงานแสงอาทิตย์แบบเรือนกระจกสำหรับพริกและผลไม้',
          summary:
            'โรงอบแห้งทรงโค้งมุงแผ่นพอลิคาร์บอเนต มีพัดลมจากแผงโซลาร์และระบบกักเก็บความร้อน อบพริก กล้วย และมะม่วงได้สะอาด แห้งเร็วกว่าตากแดดครึ่งหนึ่ง',
          description:
            'การตากพริกและผลไม้กลางแจ้งใช้เวลานาน เปื้อนฝุ่น ถูกฝน และเสี่ยงต่อเชื้อราที่สร้างสารอะฟลาทอกซิน โรงอบแห้งที่มหาวิทยาลัยพัฒนาขึ้นเป็นโครงเหล็กทรงโค้งมุงแผ่นพอลิคาร์บอเนต พื้นคอนกรีตสีดำช่วยกักเก็บความร้อน พัดลมระบายอากาศทำงานด้วยแผงโซลาร์ขนาดเล็กและปรับความเร็วตามความชื้นภายใน ในวันที่ฝนตกมีเตาชีวมวลขนาดเล็กช่วยให้ความร้อน โรงขนาด 8 คูณ 20 เมตร อบพริกสดได้ครั้งละ 1,000 กิโลกรัม แห้งภายในสามวัน สีแดงสม่ำเสมอ และตรวจไม่พบอะฟลาทอกซินเกินมาตรฐาน มีการใช้งานแล้วมากกว่า 40 แห่ง มหาวิทยาลัยพร้อมให้แบบก่อสร้าง ฝึกอบรม และช่วยจัดทำมาตรฐานการผลิตสำหรับกลุ่มเกษตรกร',
          advantages: 'สะอาด ลดเวลาตากครึ่งหนึ่ง ใช้วัสดุในท้องถิ่น และทำงานได้แม้ฝนตก',
        },
        en: {
          title: 'Greenhouse solar dryer for chillies and fruit',
          summary:
            'A vaulted polycarbonate drying house with solar-run fans and heat storage dries chillies, bananas and mangoes cleanly, in half the time of open-air drying.',
          description:
            'Chillies and fruit dried in the open take long, get dusty and wet, and may grow moulds that make aflatoxin. This drying house is a vaulted steel frame under polycarbonate. A black concrete floor stores heat; fans fed by a small solar panel follow the humidity inside, and a small biomass stove helps on rainy days. A house of 8 by 20 m dries 1,000 kg of fresh chillies in three days, evenly red, with aflatoxin below the limit. More than 40 are in use. The university gives building plans and training, and helps growers’ groups to set up a production standard.',
        },
      },
      keywords: { market: ['dried chilli', 'dried fruit', 'พริกแห้ง'], technology: ['solar dryer', 'greenhouse dryer'] },
      sector: 'A',
      ipc: ['F26B3/28', 'A23B7/02'],
      sdgs: [2, 7, 12],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['TH', 'LA'],
      partnerKinds: ['other', 'sme1to10'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: { status: 'secretKnowHow' },
      claims: [
        { metric: 'Drying time', value: 3, unit: 'days', conditions: '1,000 kg fresh chillies, 20 MJ/m² a day' },
        { metric: 'Aflatoxin', value: 4, unit: 'µg/kg', conditions: 'highest of 60 lots of dried chilli' },
      ],
      price: { min: 30_000_000, max: 70_000_000, currency: 'THB' },
    },
  },
]
