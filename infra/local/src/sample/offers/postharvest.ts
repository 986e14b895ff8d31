import type { SampleOffer } from '../sample.ts'

export const postharvestOffers: SampleOffer[] = [
  {
    key: 'durian-ripeness-cold-chain',
    organisation: 'yunlu-agricultural-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '榴莲成熟度无损检测与产地预冷一体化装备',
          summary:
            '在包装线上用近红外光谱与声学敲击逐果判定榴莲成熟度和干物质含量，并与分级预冷库联动，减少未熟果、过熟果和裂果混入出口批次。',
          description:
            '榴莲果皮厚、果形不规则，人工敲听判断成熟度依赖经验，未熟果混入出口批次是退货和索赔的主要原因。本技术把短波近红外透射光谱与声学敲击响应融合，在输送线上对每个果实给出干物质含量、成熟天数和空心、虫害三类结果，单线速度每小时一千二百果。模型用四个品种、三个产季共两万余个果实的破坏性化验数据训练，换品种只需补测约三百果即可重新标定。检测结果写入果实二维码，后端预冷库按成熟度分区控温：七成熟果在十四摄氏度存放，八成熟果快速降至十三摄氏度并调节乙烯浓度，使到岸时成熟度一致。装备由检测隧道、分级机、预冷风道和追溯软件四部分组成，可整套供应，也可单独加装在现有包装线上。已在两家果品企业连续运行两个产季，现寻求在榴莲主产国的合作社、包装厂和设备制造商进行许可生产、示范和人员培训。合作方需提供当季样果和一名熟悉品种的技术员，首次标定约需两周。设备可由当地钣金和电气企业配套，核心光谱模块由我方供应并提供五年校准服务。',
          advantages: '逐果检测而非抽检；检测与预冷联动；换品种标定只需约三百果；检测数据可直接用于出口追溯。',
        },
        en: {
          title: 'Non-destructive durian ripeness grading joined to orchard-side pre-cooling',
          summary:
            'Near-infrared and acoustic sensing grade every durian on the packing line by ripeness and dry matter, and steer zoned pre-cooling rooms so that export lots arrive evenly ripe.',
          description:
            'Immature fruit in export consignments is the main cause of claims in the durian trade, because tapping by hand depends on a few experienced graders. This line fuses short-wave near-infrared transmission with the acoustic response to a light tap. Each fruit gets a dry matter content, the days left to ripeness and a warning of hollow or bored fruit, at 1,200 fruit an hour. The model was trained on destructive assays of more than 20,000 fruit of four cultivars over three seasons; a new cultivar needs about 300 fruit. The result follows the fruit as a QR code, and the cold rooms hold each ripeness class at its own temperature and ethylene level. It can be bought whole or added to an existing packing line.',
          advantages:
            'Every fruit is measured, not a sample; grading and cooling work together; results serve export traceability.',
        },
        th: {
          title: 'ระบบคัดความแก่ทุเรียนแบบไม่ทำลายผลพร้อมห้องลดอุณหภูมิหน้าสวน',
          summary:
            'ใช้อินฟราเรดย่านใกล้ร่วมกับเสียงเคาะวัดความแก่และน้ำหนักเนื้อแห้งของทุเรียนทุกผลบนสายคัดบรรจุ และเชื่อมกับห้องเย็นที่แบ่งโซนตามความแก่',
          description:
            'ทุเรียนอ่อนที่ปนไปในล็อตส่งออกเป็นสาเหตุหลักของการเคลมสินค้า เพราะการเคาะฟังเสียงต้องอาศัยคนที่มีประสบการณ์ ระบบนี้ใช้คลื่นอินฟราเรดย่านใกล้แบบส่องผ่านร่วมกับการวิเคราะห์เสียงเคาะ วัดเปอร์เซ็นต์เนื้อแห้ง จำนวนวันที่เหลือก่อนสุก และเตือนผลที่เป็นโพรงหรือมีหนอน ได้ 1,200 ผลต่อชั่วโมง แบบจำลองเรียนรู้จากทุเรียนมากกว่า 20,000 ผล สี่พันธุ์ สามฤดูกาล พันธุ์ใหม่ใช้ตัวอย่างประมาณ 300 ผลในการปรับเทียบ ผลการวัดบันทึกเป็นคิวอาร์โค้ดติดผล และห้องเย็นจะควบคุมอุณหภูมิและเอทิลีนตามระดับความแก่ ติดตั้งทั้งชุดหรือเพิ่มในสายคัดบรรจุเดิมก็ได้',
          advantages: 'วัดทุกผล ไม่ใช่สุ่มตรวจ การคัดและการลดอุณหภูมิทำงานร่วมกัน และใช้ข้อมูลเพื่อตรวจสอบย้อนกลับได้',
        },
      },
      keywords: {
        market: ['durian export', '榴莲', 'packing house'],
        technology: ['near-infrared', 'ripeness', 'cold chain', 'pre-cooling'],
      },
      sector: 'A',
      ipc: ['G01N21/359', 'B07C5/342', 'A23B7/04'],
      sdgs: [2, 9, 12],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'capacityBuilding', 'demonstrationPark'],
      territories: ['TH', 'VN', 'ID', 'KH', 'LA', 'MY'],
      partnerKinds: ['other', 'sme11to49', 'sme50to249', 'large'],
      trl: 8,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [
          { number: 'CN129901143B', office: 'CN', status: 'granted', expiry: '2041-08-16' },
          { number: 'WO2024/990318', office: 'WO', status: 'applied' },
        ],
      },
      claims: [
        {
          metric: 'Ripeness class correct',
          value: 94.6,
          unit: '%',
          conditions: 'Monthong and Ganyao, 3,100 fruit, against dry matter assay',
        },
        { metric: 'Throughput', value: 1200, unit: 'fruit/h', conditions: 'one lane, fruit of 2 to 5 kg' },
        {
          metric: 'Spread of ripeness on arrival',
          value: -38,
          unit: '%',
          conditions: '12 days at 13 to 14 °C, against ungraded lots',
        },
      ],
      price: { min: 38_000_000, max: 92_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'husk-fired-paddy-dryer',
    organisation: 'tingshan-university-of-technology',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '稻壳热风炉混流式低温稻谷烘干机',
          summary:
            '以稻壳为燃料的间接加热混流烘干机，自动控制谷温和降水速率，湿稻谷可在雨季收获当天烘至安全水分，爆腰率低。',
          description:
            '东南亚雨季收获的稻谷含水率常在百分之二十四以上，晾晒不及时会发热、发芽、变黄。本机采用稻壳热风炉经列管换热器间接供热，烟气不接触粮食；混流烘干塔内设交错角状盒，热风与稻谷反复交叉，配合缓苏段，使水分由内向外均匀迁移。控制器在线测量出机水分和谷温，自动调整排粮速度，谷温不超过四十摄氏度，避免爆腰。整机分十二吨、三十吨两种批量，主要零件为钢板折弯件，当地机械厂即可制造，只有传感器和控制柜需要进口。每吨湿谷降水十个百分点约耗稻壳一百一十公斤，正好用掉本厂碾米所产稻壳的一半左右，不用柴油。灰渣可作土壤改良剂。技术已在三省推广八十余台，现提供图纸许可、首台样机共同制造、安装调试以及合作社操作员培训，可与碾米厂、农机制造商和农民合作社合作。若当地已有碾米厂，可把热风炉与现有料仓、提升机连接，减少投资。我方另可提供不同气候下的烘干曲线和稻谷入库前的快速水分检测方法。样机由双方在当地共同制造，从签约到首次试烘约需四个月。',
          advantages: '不烧柴油；烟气与粮食隔离，可用于优质香米；当地可制造；操作员培训三天即可上岗。',
        },
        en: {
          title: 'Mixed-flow low-temperature paddy dryer fired with rice husk',
          summary:
            'A husk furnace heats clean air through a heat exchanger, and a controller holds grain temperature and drying rate, so that wet-season paddy reaches safe moisture on the day of harvest with few cracked kernels.',
          description:
            'Paddy harvested in the rainy season comes in at more than 24 % moisture and heats, sprouts or yellows when it cannot be spread in the sun. This dryer burns rice husk and heats air through a tube exchanger, so that smoke never touches the grain. In the mixed-flow tower the air crosses the grain again and again, with tempering sections between. The controller measures outlet moisture and grain temperature and adjusts the discharge; the grain stays below 40 °C. There are batches of 12 and 30 tonnes. Most parts are folded sheet steel that a local workshop can make; only sensors and the control cabinet are imported. More than 80 units are in use.',
          advantages: 'No diesel; clean air for fragrant rice; local manufacture; operators are trained in three days.',
        },
      },
      keywords: {
        market: ['rice mill', 'farm co-operative', '稻谷'],
        technology: ['paddy drying', 'rice husk furnace', 'mixed-flow dryer'],
      },
      sector: 'A',
      ipc: ['F26B17/14', 'F26B23/02', 'A23B9/08'],
      sdgs: [2, 7, 12],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding', 'demonstrationPark'],
      territories: ['KH', 'LA', 'MM', 'VN', 'TH'],
      partnerKinds: ['other', 'sme11to49', 'sme50to249', 'agency'],
      trl: 9,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129902275B', office: 'CN', status: 'granted', expiry: '2038-11-02' }],
      },
      claims: [
        {
          metric: 'Moisture removed',
          value: 10,
          unit: 'percentage points',
          conditions: '24 % to 14 % in 10 h, 30 t batch, 30 °C ambient',
        },
        {
          metric: 'Additional cracked kernels',
          value: 1.8,
          unit: '%',
          conditions: 'long-grain fragrant rice, grain at 38 °C',
        },
        { metric: 'Husk consumed', value: 110, unit: 'kg/t', conditions: 'per tonne of wet paddy, 10 points removed' },
      ],
      price: { min: 12_000_000, max: 45_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'water-saving-coffee-demucilager',
    organisation: 'yunlu-agricultural-university',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '山地咖啡鲜果节水脱皮脱胶一体机及皮渣堆肥工艺',
          summary:
            '机械脱胶代替水洗发酵，每吨咖啡鲜果用水降至三百升以内，废水和果皮同时转化为有机肥，适合缺水的高山小农户合作社。',
          description:
            '传统水洗法加工一吨咖啡鲜果需要五至十立方米清水，果胶废水直接排入溪沟，化学需氧量高达每升两万毫克以上，是山区咖啡产地的主要污染源。本技术把脱皮、立式机械脱胶和筛分集成在一台可拆分运输的机器上，用少量循环水润滑，脱胶在两分钟内完成，不需要发酵池，豆子品质稳定，杯测得分与水洗法相当。脱出的果皮和浓胶液混合，加入耐酸嗜热菌剂，在翻堆棚内二十五天腐熟成有机肥，回到咖啡园。整机功率三千瓦，可用单相电或小型柴油机带动，每小时处理鲜果一吨，零件可用人力背到山上组装。项目组已在五个山地合作社运行三个采收季，编有图文操作手册。现寻求与周边国家咖啡种植者协会、加工厂合作，以非独占许可、技术秘密转让和培训的方式推广，也愿共建示范加工站，对不同海拔、不同品种的杯测品质进行联合研究。合作方宜为年加工鲜果一百吨以上的协会或加工点，具备遮雨棚和简易晒床即可。我方提供首季驻点指导，并与当地技术员共同调整筛孔、间隙等参数，以适应果实大小的差异。',
          advantages: '节水九成以上；不需发酵池；果皮变有机肥；机器可拆分搬运。',
        },
        en: {
          title: 'Water-saving coffee pulping and demucilaging unit with composting of the pulp',
          summary:
            'Mechanical demucilaging replaces washing and fermentation: under 300 litres of water per tonne of cherries, and pulp and mucilage become compost. For mountain co-operatives short of water.',
          description:
            'Wet processing takes 5 to 10 cubic metres of clean water for each tonne of coffee cherries, and its effluent is the main pollution of upland streams. This unit pulps, demucilages and screens in one machine that is carried uphill in parts. A little recirculated water is enough; demucilaging takes two minutes and needs no fermentation tank, and cup scores equal those of washed coffee. Pulp and thick mucilage are composted with an acid-tolerant thermophilic culture in 25 days and go back to the coffee trees. The unit draws 3 kW, single-phase or from a small engine, and handles one tonne of cherries an hour. Five mountain co-operatives have run it for three seasons.',
          advantages: 'Over 90 % less water; no fermentation tank; compost instead of effluent; carried in parts.',
        },
      },
      keywords: {
        market: ['coffee co-operative', '咖啡'],
        technology: ['coffee processing', 'demucilager', 'composting', 'water saving'],
      },
      sector: 'A',
      ipc: ['A23N5/08', 'A23F5/02', 'C05F5/00'],
      sdgs: [6, 8, 12],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['LA', 'VN', 'MM', 'TH', 'ID'],
      partnerKinds: ['other', 'sme1to10', 'sme11to49'],
      trl: 8,
      stage: 'alreadyOnMarket',
      ip: {
        status: 'granted',
        patents: [{ number: 'CN129903307B', office: 'CN', status: 'granted', expiry: '2040-03-21' }],
      },
      claims: [
        { metric: 'Water used', value: 280, unit: 'l/t', conditions: 'per tonne of ripe cherries, recirculating' },
        { metric: 'Cup score', value: 83.5, unit: 'points', conditions: 'arabica at 1,300 m, mean of 24 lots' },
      ],
      price: { min: 4_500_000, max: 9_000_000, currency: 'CNY' },
    },
  },
  {
    key: 'rice-straw-tableware',
    organisation: 'si-wang-thong-university',
    content: {
      type: 'TO',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ภาชนะอาหารย่อยสลายได้จากฟางข้าวโดยไม่ใช้สารฟอกขาว',
          summary: 'กระบวนการต้มเยื่อฟางข้าวด้วยด่างอ่อนและขึ้นรูปร้อน ได้ถาดและชามที่ทนน้ำร้อนและน้ำมัน ไม่ใช้คลอรีนและไม่เคลือบพลาสติก',
          description:
            'ทุกปีฟางข้าวจำนวนมากถูกเผาในนา ทำให้เกิดฝุ่นละอองและสูญเสียอินทรียวัตถุ ทีมวิจัยพัฒนากระบวนการผลิตเยื่อจากฟางข้าวโดยใช้ด่างโพแทสเซียมอ่อนที่อุณหภูมิต่ำ น้ำที่เหลือจากการต้มเยื่อมีโพแทสเซียมสูงจึงนำกลับไปใช้เป็นปุ๋ยน้ำได้ เยื่อไม่ผ่านการฟอกด้วยคลอรีน แล้วขึ้นรูปด้วยแม่พิมพ์ร้อน สารกันซึมทำจากแป้งมันสำปะหลังดัดแปรและไขรำข้าว ภาชนะทนน้ำร้อน 95 องศาเซลเซียสได้ 30 นาที และย่อยสลายในกองปุ๋ยหมักภายใน 60 วัน โรงงานต้นแบบผลิตได้วันละ 8,000 ชิ้น ต้องการผู้ประกอบการบรรจุภัณฑ์ที่สนใจรับอนุญาตใช้สิทธิหรือร่วมพัฒนาในระดับอุตสาหกรรม',
          advantages: 'ไม่ใช้คลอรีน ไม่เคลือบพลาสติก น้ำเสียใช้เป็นปุ๋ยได้ และลดการเผาฟาง',
        },
        en: {
          title: 'Compostable tableware from rice straw without bleaching',
          summary:
            'Mild alkaline pulping and hot moulding turn rice straw into trays and bowls that stand hot water and oil, with no chlorine and no plastic coating.',
          description:
            'Rice straw is burnt in the fields every year, with much dust and loss of organic matter. This process pulps straw with mild potassium alkali at low temperature; the spent liquor is rich in potassium and serves as a liquid fertiliser. The pulp is not bleached. Hot moulds form trays and bowls, and a barrier of modified cassava starch and rice bran wax keeps water and oil out. The ware holds water of 95 °C for 30 minutes and composts within 60 days. A pilot plant makes 8,000 pieces a day. Packaging makers are sought for a licence or for joint scale-up.',
        },
      },
      keywords: { market: ['food packaging'], technology: ['rice straw', 'pulp moulding', 'biodegradable'] },
      sector: 'C',
      ipc: ['D21B1/02', 'D21J3/00', 'B65D65/46'],
      sdgs: [12, 13],
      dealTypes: ['exclusiveLicence', 'jointDevelopment'],
      territories: ['WORLD'],
      partnerKinds: ['sme50to249', 'large'],
      trl: 6,
      stage: 'availableForDemonstration',
      ip: { status: 'applied', patents: [{ number: 'TH2399001871', office: 'TH', status: 'applied' }] },
      claims: [{ metric: 'Holds hot water', value: 30, unit: 'min', conditions: '95 °C, 400 ml bowl' }],
      price: { min: 150_000_000, max: 400_000_000, currency: 'THB' },
    },
  },
]
