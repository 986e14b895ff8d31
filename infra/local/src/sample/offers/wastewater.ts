import type { SampleOffer } from '../sample.ts'

export const wastewaterOffers: SampleOffer[] = [
  {
    key: 'rubber-sulphate-wastewater',
    organisation: 'thara-nam-sai',
    content: {
      type: 'TO',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ระบบบำบัดน้ำเสียโรงงานน้ำยางข้นที่มีซัลเฟตสูงพร้อมกู้คืนกำมะถัน',
          summary:
            'ระบบไร้อากาศสองขั้นและถังชีวภาพที่ออกซิไดซ์ซัลไฟด์ ลดกลิ่นก๊าซไข่เน่า บำบัดน้ำเสียจากโรงงานน้ำยางข้น และได้กำมะถันกลับมาใช้เป็นปุ๋ย',
          description:
            'โรงงานน้ำยางข้นใช้กรดซัลฟิวริกจับตัวหางน้ำยาง น้ำเสียจึงมีซัลเฟตสูงถึง 5,000 มิลลิกรัมต่อลิตร เมื่อเข้าบ่อไร้อากาศจะเกิดก๊าซไข่เน่า มีกลิ่นรบกวนชุมชน และยับยั้งการผลิตก๊าซชีวภาพ บริษัทพัฒนาระบบไร้อากาศสองขั้น ขั้นแรกเปลี่ยนซัลเฟตเป็นซัลไฟด์ในถังแยก แล้วออกซิไดซ์ซัลไฟด์เป็นกำมะถันด้วยจุลินทรีย์ในสภาวะอากาศจำกัด ขั้นที่สองผลิตก๊าซชีวภาพที่มีซัลไฟด์ต่ำ ระบบควบคุมด้วยค่าศักย์ออกซิเดชันรีดักชันแบบอัตโนมัติ ติดตั้งแล้วในโรงงานสองแห่ง น้ำทิ้งผ่านมาตรฐานโรงงาน และได้กำมะถันวันละ 180 กิโลกรัม บริษัทประสงค์ขายสิทธิบัตรและแบบวิศวกรรมทั้งหมดแก่บริษัทวิศวกรรมสิ่งแวดล้อมที่มีความพร้อม',
          advantages: 'แก้ปัญหากลิ่นที่ต้นเหตุ ได้กำมะถันและก๊าซชีวภาพ และควบคุมอัตโนมัติ',
        },
      },
      keywords: { market: ['โรงงานน้ำยางข้น', 'ยางพารา'], technology: ['บำบัดน้ำเสีย', 'ซัลเฟต', 'ก๊าซชีวภาพ', 'กำมะถัน'] },
      sector: 'E',
      ipc: ['C02F3/28', 'C02F3/34', 'C01B17/04'],
      sdgs: [6, 9, 12],
      dealTypes: ['assignment'],
      territories: ['WORLD'],
      partnerKinds: ['sme50to249', 'large'],
      trl: 8,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [{ number: 'TH998214', office: 'TH', status: 'granted', expiry: '2039-01-29' }],
      },
      claims: [
        { metric: 'ซัลเฟตที่กำจัดได้', value: 88, unit: '%', conditions: 'น้ำเข้า 4,800 มิลลิกรัมต่อลิตร ที่ 32 องศาเซลเซียส' },
        { metric: 'กำมะถันที่ได้', value: 180, unit: 'กิโลกรัมต่อวัน', conditions: 'น้ำเสีย 400 ลูกบาศก์เมตรต่อวัน' },
      ],
      price: { min: 800_000_000, max: 1_500_000_000, currency: 'THB' },
    },
  },
  {
    key: 'village-constructed-wetland',
    organisation: 'phou-dok-college',
    content: {
      type: 'TO',
      originalLanguage: 'lo',
      texts: {
        lo: {
          title: 'ລະບົບບຳບັດນ້ຳເສຍດ້ວຍພືດສຳລັບບ້ານ ແລະ ໂຮງຮຽນ',
          summary: 'ລະບົບບຳບັດນ້ຳເສຍຂອງບ້ານ ແລະ ໂຮງຮຽນ ໂດຍໃຊ້ຊັ້ນຫີນ ແລະ ພືດທ້ອງຖິ່ນ ບໍ່ໃຊ້ໄຟຟ້າ ແລະ ບຳລຸງຮັກສາງ່າຍ.',
          description:
            'ຫຼາຍບ້ານ ແລະ ໂຮງຮຽນປ່ອຍນ້ຳເສຍລົງຫ້ວຍໂດຍບໍ່ມີການບຳບັດ. ວິທະຍາໄລໄດ້ພັດທະນາລະບົບບຳບັດນ້ຳເສຍທີ່ໃຊ້ຊັ້ນຫີນ, ຊາຍ ແລະ ພືດທ້ອງຖິ່ນ. ນ້ຳໄຫຼເອງຕາມຄວາມສູງຂອງພື້ນທີ່ ຈຶ່ງບໍ່ຕ້ອງໃຊ້ໄຟຟ້າ. ລະບົບໜຶ່ງສາມາດຮັບນ້ຳເສຍໄດ້ 20 ແມັດກ້ອນຕໍ່ມື້. ນ້ຳທີ່ບຳບັດແລ້ວສາມາດໃຊ້ຫົດສວນໄດ້. ວັດສະດຸທັງໝົດຊື້ໄດ້ໃນທ້ອງຖິ່ນ. ຊາວບ້ານສາມາດກໍ່ສ້າງ ແລະ ບຳລຸງຮັກສາເອງໄດ້. ພວກເຮົາມີແບບກໍ່ສ້າງ ແລະ ຫຼັກສູດຝຶກອົບຮົມ.',
        },
        en: {
          title: 'Planted gravel filter for the waste water of villages and schools',
          summary:
            'Gravel beds with local plants treat the waste water of villages and schools without electricity and with little maintenance.',
          description:
            'Many villages and schools let their waste water run into streams untreated. The college has developed a constructed wetland of gravel, sand and local plants. Water flows by gravity, so that no electricity is needed. One system takes 20 cubic metres a day, and the treated water can be used in gardens. All materials can be bought locally, and villagers build and maintain it themselves. Four systems have run for three years, two of them at boarding schools. The college offers building plans and a training course, and would like to test other plants and higher loads with a partner.',
        },
      },
      keywords: { market: ['villages', 'schools'], technology: ['constructed wetland', 'waste water', 'ນ້ຳເສຍ'] },
      sector: 'E',
      ipc: ['C02F3/32'],
      sdgs: [6, 11],
      dealTypes: ['knowHow', 'capacityBuilding', 'jointDevelopment'],
      territories: ['LA', 'KH', 'MM'],
      partnerKinds: ['agency', 'university'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: { status: 'none' },
      claims: [{ metric: 'BOD removed', value: 86, unit: '%', conditions: '20 m³/day, 24 to 32 °C' }],
    },
  },
]
