import type { SampleNeed } from '../sample.ts'

export const healthNeeds: SampleNeed[] = [
  {
    key: 'dengue-health-post-test',
    organisation: 'sinar-laut-health-office',
    content: {
      type: 'TR',
      originalLanguage: 'id',
      texts: {
        id: {
          title: 'Alat uji cepat demam berdarah dengue (antigen NS1 dan antibodi) untuk puskesmas kepulauan',
          summary:
            'Dinas kesehatan mencari alat uji cepat dengue yang mendeteksi NS1, IgM dan IgG dari darah ujung jari, tahan suhu panas, dan dapat dipakai petugas puskesmas tanpa laboratorium.',
          description:
            'Kabupaten kami terdiri atas 27 pulau berpenghuni dengan 19 puskesmas, hanya dua di antaranya memiliki laboratorium. Setiap musim hujan kasus demam berdarah dengue meningkat dan pasien sering dirujuk terlambat dengan kapal. Alat uji yang sekarang dipakai hanya mendeteksi antibodi dan banyak memberi hasil negatif pada tiga hari pertama demam. Kami membutuhkan alat uji cepat yang mendeteksi antigen NS1 serta antibodi IgM dan IgG dalam satu kali pemeriksaan, dapat membedakan infeksi pertama dan kedua, hasil keluar dalam 20 menit, dan dapat disimpan pada suhu 30 sampai 40 °C tanpa lemari pendingin. Kami ingin melakukan evaluasi lapangan lebih dahulu dengan 600 pasien, lalu pelatihan bagi 80 petugas. Kerja sama perakitan di dalam negeri akan menjadi nilai tambah.',
        },
      },
      keywords: { market: ['puskesmas', 'demam berdarah dengue'], technology: ['uji cepat', 'antigen NS1', 'IgM IgG'] },
      sector: 'Q',
      ipc: ['G01N33/569'],
      sdgs: [3, 10],
      dealTypes: ['evaluationLicence', 'capacityBuilding'],
      territories: ['ID'],
      partnerKinds: ['sme50to249', 'university', 'large'],
      minimumTrl: 8,
      budget: { min: 50_000_000_000, max: 220_000_000_000, currency: 'IDR' },
      responseDeadline: '2027-02-15',
    },
  },
  {
    key: 'vivax-safe-treatment',
    organisation: 'saen-phou-health-volunteers',
    content: {
      type: 'TR',
      originalLanguage: 'lo',
      texts: {
        lo: {
          title: 'ຕ້ອງການເຄື່ອງກວດ G6PD ແບບພົກພາສຳລັບຄົນເຈັບໄຂ້ມາລາເຣຍ',
          summary:
            'ຫ້ອງການອາສາສະໝັກສາທາລະນະສຸກ ຕ້ອງການເຄື່ອງກວດເອນໄຊ G6PD ຈາກເລືອດປາຍນິ້ວ ເພື່ອໃຫ້ຢາປິ່ນປົວໄຂ້ມາລາເຣຍຊະນິດໄວແວັກໄດ້ຢ່າງປອດໄພ.',
          description:
            'ຫ້ອງການຂອງພວກເຮົາຝຶກອົບຮົມອາສາສະໝັກສາທາລະນະສຸກບ້ານ ຢູ່ເຂດພູດອຍ. ໄຂ້ມາລາເຣຍຊະນິດໄວແວັກຍັງພົບຫຼາຍ ແລະ ຄົນເຈັບມັກກັບມາເປັນອີກ. ຢາພຣີມາຄວິນປິ່ນປົວໃຫ້ຫາຍຂາດໄດ້ ແຕ່ເປັນອັນຕະລາຍຕໍ່ຄົນທີ່ຂາດເອນໄຊ G6PD. ພວກເຮົາຕ້ອງການເຄື່ອງກວດຂະໜາດນ້ອຍ ທີ່ໃຊ້ເລືອດປາຍນິ້ວ ຮູ້ຜົນພາຍໃນ 10 ນາທີ ໃຊ້ແບັດເຕີຣີ ແລະ ເຮັດວຽກໄດ້ໃນອາກາດຮ້ອນ. ໜ້າຈໍຄວນເປັນພາສາລາວ. ພວກເຮົາຢາກທົດລອງໃຊ້ຢູ່ 12 ສຸກສາລາ ແລະ ຕ້ອງການການຝຶກອົບຮົມ.',
        },
      },
      keywords: { market: ['ໄຂ້ມາລາເຣຍ', 'ສຸກສາລາ'], technology: ['G6PD', 'ເຄື່ອງກວດເລືອດ'] },
      sector: 'Q',
      ipc: ['C12Q1/32'],
      sdgs: [3],
      dealTypes: ['evaluationLicence', 'capacityBuilding'],
      territories: ['LA'],
      partnerKinds: ['university', 'sme11to49', 'agency'],
      minimumTrl: 7,
      budget: { max: 3_500_000, currency: 'USD' },
      responseDeadline: '2027-08-15',
    },
  },
  {
    key: 'village-tuberculosis-screening',
    organisation: 'rumdul-clinics',
    content: {
      type: 'TR',
      originalLanguage: 'en',
      texts: {
        en: {
          title: 'Mobile tuberculosis screening without a radiologist',
          summary:
            'A network of rural clinics looks for a portable chest X-ray with computer-aided reading that works offline, to screen villages for tuberculosis.',
          description:
            'We run 14 community clinics and two mobile teams in four provinces. Many people with tuberculosis are found late, because the nearest X-ray is hours away and there is one radiologist for the whole region. We look for a portable digital chest X-ray that two people can carry, with software that reads films for signs of tuberculosis on a laptop, without the internet, within minutes. It must keep the radiation low enough to work in a school or pagoda hall, and let us set the threshold according to how many sputum tests we can afford. We expect an evaluation with about 1,500 people against sputum nucleic acid tests first, then training for our radiographers and a licence for both teams. A Khmer user interface would help.',
          advantages:
            'Two equipped vans, sputum testing on site, and agreement with the provincial health departments.',
        },
      },
      keywords: {
        market: ['rural clinics', 'active case finding'],
        technology: ['portable X-ray', 'computer-aided detection', 'tuberculosis'],
      },
      sector: 'Q',
      ipc: ['A61B6/00', 'G06T7/00'],
      sdgs: [3, 10],
      dealTypes: ['evaluationLicence', 'nonExclusiveLicence', 'capacityBuilding'],
      territories: ['KH'],
      partnerKinds: ['university', 'sme50to249', 'large'],
      anonymous: true,
      minimumTrl: 8,
      budget: { min: 4_000_000, max: 16_000_000, currency: 'USD' },
      responseDeadline: '2027-03-20',
    },
  },
  {
    key: 'off-grid-vaccine-cold-chain',
    organisation: 'hnin-si-health-foundation',
    content: {
      type: 'TR',
      originalLanguage: 'my',
      texts: {
        my: {
          title: 'လျှပ်စစ်မီးမရှိသော ကျေးလက်ဆေးပေးခန်းများအတွက် ကာကွယ်ဆေး ရေခဲသေတ္တာ',
          summary: 'လျှပ်စစ်မီးမရသော ကျေးရွာဆေးပေးခန်း ၆၀ အတွက် နေရောင်ခြည်စွမ်းအင်သုံး ကာကွယ်ဆေး ရေခဲသေတ္တာများ လိုအပ်ပါသည်။',
          description:
            'ဖောင်ဒေးရှင်းသည် ဝေးလံသော ကျေးရွာများရှိ ဆေးပေးခန်း ၆၀ ကို ကူညီပေးနေပါသည်။ ထိုကျေးရွာများတွင် လျှပ်စစ်မီး မရှိသောကြောင့် ကာကွယ်ဆေးများကို ရေခဲပုံးဖြင့် သယ်ဆောင်ရပြီး ဆေးများ ပျက်စီးတတ်ပါသည်။ အပူချိန် ၂ ဒီဂရီမှ ၈ ဒီဂရီအတွင်း ထိန်းထားနိုင်သော နေရောင်ခြည်စွမ်းအင်သုံး ရေခဲသေတ္တာကို လိုအပ်ပါသည်။ ဘက်ထရီ မလိုလျှင် ပိုကောင်းပါသည်။ မိုးရာသီတွင် နေမထွက်သည့် ရက်များ၌လည်း အနည်းဆုံး ၃ ရက် အေးနေရပါမည်။ တပ်ဆင်ခြင်းနှင့် ပြုပြင်ခြင်း သင်တန်းလည်း လိုအပ်ပါသည်။',
        },
        en: {
          title: 'Vaccine refrigerators for rural health posts without electricity',
          summary: 'Solar vaccine refrigerators are needed for 60 village health posts that have no electricity.',
          description:
            'The foundation supports 60 health posts in remote villages. They have no electricity; vaccines are carried in ice boxes and often spoil. We need solar refrigerators that hold 2 to 8 °C, preferably without a battery, since the batteries of our last ones failed within three years and could not be replaced. They must stay cold for at least three days without sun in the rainy season and must not freeze the vaccines. A temperature record is needed. Local technicians must learn to install and repair them, and spare parts should be kept in the country. We would also consider assembly by a local firm.',
        },
      },
      keywords: {
        market: ['immunisation', 'rural health posts'],
        technology: ['solar refrigerator', 'vaccine cold chain', 'ကာကွယ်ဆေး'],
      },
      sector: 'Q',
      ipc: ['F25D11/00'],
      sdgs: [3, 7],
      dealTypes: ['capacityBuilding', 'knowHow'],
      territories: ['MM'],
      partnerKinds: ['sme50to249', 'large'],
      minimumTrl: 9,
      budget: { min: 6_000_000, max: 20_000_000, currency: 'USD' },
      responseDeadline: '2027-06-01',
    },
  },
  {
    key: 'snakebite-antivenom',
    organisation: 'hnin-si-health-foundation',
    content: {
      type: 'TR',
      originalLanguage: 'my',
      texts: {
        my: {
          title: 'အအေးခန်းမလိုသော မြွေဆိပ်ဖြေဆေး လိုအပ်သည်',
          summary: 'ကျေးလက်ဒေသတွင် မြွေကိုက်ခံရသူများအတွက် ရေခဲသေတ္တာမလိုဘဲ သိုလှောင်နိုင်သော အခြောက်မှုန့် မြွေဆိပ်ဖြေဆေးကို လိုအပ်ပါသည်။',
          description:
            'ကျေးလက်ဒေသတွင် တောင်သူများ မြွေပွေးနှင့် မြွေဟောက် ကိုက်ခံရမှု များပြားပါသည်။ ဆေးရုံသို့ ရောက်ရန် နာရီပေါင်းများစွာ ကြာတတ်ပါသည်။ ဆေးပေးခန်းများတွင် ရေခဲသေတ္တာ မရှိသောကြောင့် မြွေဆိပ်ဖြေဆေးရည်ကို မသိုလှောင်နိုင်ပါ။ ထို့ကြောင့် အခန်းအပူချိန်တွင် သိုလှောင်နိုင်သော အခြောက်မှုန့် မြွေဆိပ်ဖြေဆေးကို လိုအပ်ပါသည်။ မြွေအမျိုးမျိုးအတွက် ထိရောက်ပြီး ဓာတ်မတည့်မှု နည်းရပါမည်။ ဆေးစက်ရုံနှင့် ပူးပေါင်းဆောင်ရွက်လိုပါသည်။',
        },
      },
      keywords: { market: ['မြွေကိုက်'], technology: ['မြွေဆိပ်ဖြေဆေး'] },
      sector: 'Q',
      ipc: ['A61K39/395'],
      sdgs: [3],
      dealTypes: ['jointDevelopment', 'nonExclusiveLicence'],
      territories: ['MM'],
      partnerKinds: ['university', 'researchInstitute', 'large'],
      minimumTrl: 6,
      budget: { max: 40_000_000, currency: 'USD' },
      responseDeadline: '2027-10-15',
    },
  },
  {
    key: 'diabetic-foot-dressing',
    organisation: 'phrai-thong-hospital-network',
    content: {
      type: 'TR',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ต้องการแผ่นปิดแผลไฮโดรเจลสำหรับแผลเบาหวานที่เท้า',
          summary: 'เครือข่ายโรงพยาบาลต้องการแผ่นปิดแผลเรื้อรังที่ต้านเชื้อและรักษาความชุ่มชื้น ผ่านการทดลองทางคลินิกแล้ว และผลิตในประเทศได้',
          description:
            'โรงพยาบาลในเครือข่าย 11 แห่งดูแลผู้ป่วยแผลเบาหวานที่เท้าปีละกว่า 2,300 ราย แผ่นปิดแผลนำเข้ามีราคาแพงและผู้ป่วยต้องมาเปลี่ยนทุกวัน เราต้องการแผ่นปิดแผลไฮโดรเจลหรือวัสดุชีวภาพ เช่น ไคโตซาน ที่ต้านเชื้อดื้อยา ดูดซับสารคัดหลั่งได้ดี เปลี่ยนทุกสามวัน และไม่ทำให้เจ็บเมื่อลอกออก ผลิตภัณฑ์ต้องมีผลการทดลองทางคลินิกในผู้ป่วยแล้ว และมีแผนขึ้นทะเบียนเครื่องมือแพทย์ เครือข่ายพร้อมเป็นสถานที่ทดลองใช้ระยะขยายผล และร่วมกับบริษัทในประเทศเพื่อรับสิทธิการผลิต',
        },
      },
      keywords: { market: ['แผลเบาหวาน'], technology: ['ไฮโดรเจล', 'แผ่นปิดแผล', 'ไคโตซาน'] },
      sector: 'Q',
      ipc: ['A61L15/28'],
      sdgs: [3],
      dealTypes: ['nonExclusiveLicence', 'jointDevelopment'],
      territories: ['TH'],
      partnerKinds: ['university', 'sme50to249', 'large'],
      minimumTrl: 7,
      budget: { min: 100_000_000, max: 350_000_000, currency: 'THB' },
      responseDeadline: '2027-09-30',
    },
  },
  {
    key: 'heat-illness-forecast',
    organisation: 'phrai-thong-hospital-network',
    content: {
      type: 'RDR',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ร่วมวิจัยระบบเตือนภัยโรคจากความร้อนสำหรับแรงงานกลางแจ้ง',
          summary: 'เครือข่ายโรงพยาบาลหาผู้ร่วมวิจัยเพื่อสร้างแบบจำลองเตือนภัยโรคลมแดดรายตำบล จากข้อมูลอากาศและข้อมูลผู้ป่วยฉุกเฉิน',
          description:
            'ในฤดูร้อนมีเกษตรกรและคนงานก่อสร้างป่วยด้วยโรคลมแดดและไตวายเฉียบพลันเพิ่มขึ้นทุกปี เครือข่ายมีข้อมูลผู้ป่วยฉุกเฉินย้อนหลังสิบปีที่ปิดบังตัวตนแล้ว และมีสถานีวัดอุณหภูมิและความชื้น 46 จุด เราต้องการร่วมวิจัยกับมหาวิทยาลัยหรือสถาบันที่มีความเชี่ยวชาญด้านการพยากรณ์อากาศ ระบาดวิทยา และการเรียนรู้ของเครื่อง เพื่อสร้างแบบจำลองที่บอกความเสี่ยงล่วงหน้าสามวันในระดับตำบล และออกแบบวิธีส่งคำเตือนที่คนงานเข้าใจและทำตามได้ โครงการใช้เวลาสองปี มีทุนวิจัยสนับสนุนบางส่วน และผลงานจะเผยแพร่แบบเปิด',
        },
        en: {
          title: 'Research partner for a heat illness warning system for outdoor workers',
          summary:
            'A hospital network looks for research partners to model and forecast heat stroke by sub-district from weather and emergency data.',
          description:
            'Every hot season more farmers and builders fall ill with heat stroke and acute kidney failure. The network holds ten years of anonymised emergency data and 46 stations that measure temperature and humidity. We look for a university or institute with knowledge of weather forecasting, epidemiology and machine learning, to build a model that tells the risk three days ahead for each sub-district, and to design warnings that workers understand and can follow. The project takes two years, is funded in part, and its results will be published openly.',
        },
      },
      keywords: {
        market: ['public health', 'outdoor workers'],
        technology: ['heat stroke', 'early warning', 'forecasting'],
      },
      sector: 'Q',
      ipc: ['G16H50/80', 'G01W1/10'],
      sdgs: [3, 8, 13],
      dealTypes: ['jointLaboratory', 'jointDevelopment'],
      territories: ['TH'],
      partnerKinds: ['university', 'researchInstitute'],
      budget: { max: 400_000_000, currency: 'THB' },
      responseDeadline: '2027-01-31',
    },
  },
]
