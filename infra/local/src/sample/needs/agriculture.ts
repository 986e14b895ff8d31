import type { SampleNeed } from '../sample.ts'

export const agricultureNeeds: SampleNeed[] = [
  {
    key: 'durian-maturity-sorting',
    organisation: 'chanthaphum-durian-cooperative',
    content: {
      type: 'TR',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ต้องการเครื่องคัดแยกความแก่ของทุเรียนและระบบห้องเย็นก่อนส่งออก',
          summary:
            'สหกรณ์ต้องการเครื่องตรวจวัดความแก่ของทุเรียนโดยไม่ต้องผ่าผล ใช้ในโรงคัดบรรจุ พร้อมระบบลดอุณหภูมิ เพื่อป้องกันทุเรียนอ่อนปนในตู้ส่งออก',
          description:
            'สหกรณ์มีสมาชิก 640 ราย ส่งออกทุเรียนหมอนทองปีละประมาณ 9,000 ตัน ปัจจุบันใช้คนเคาะฟังเสียงและสุ่มผ่าตรวจเปอร์เซ็นต์เนื้อแห้ง ซึ่งช้าและผิดพลาดมากในช่วงต้นฤดู ปีที่แล้วมีตู้สินค้าถูกปฏิเสธ 14 ตู้เพราะพบทุเรียนอ่อน เราต้องการเครื่องที่ตรวจวัดได้ทุกผลบนสายพาน ไม่ทำลายผล ความเร็วอย่างน้อย 1,000 ผลต่อชั่วโมง แยกผลอ่อน ผลแก่พอดี และผลที่มีหนอนหรือเป็นโพรง และบันทึกข้อมูลเพื่อการตรวจสอบย้อนกลับ นอกจากนี้ต้องการคำแนะนำเรื่องห้องเย็นและการควบคุมอุณหภูมิระหว่างขนส่ง 10 ถึง 12 วัน เพื่อให้ทุเรียนสุกพร้อมกันเมื่อถึงปลายทาง เทคโนโลยีควรผ่านการใช้งานจริงมาแล้ว และผู้ให้เทคโนโลยีต้องอบรมเจ้าหน้าที่ของสหกรณ์ได้ เราพร้อมให้ใช้โรงคัดบรรจุเป็นสถานที่สาธิต',
          advantages: 'มีโรงคัดบรรจุสองแห่ง มีข้อมูลเนื้อแห้งย้อนหลังห้าปี และพร้อมเป็นสถานที่สาธิต',
        },
      },
      keywords: { market: ['ทุเรียนส่งออก', 'โรงคัดบรรจุ'], technology: ['วัดความแก่ทุเรียน', 'อินฟราเรดย่านใกล้', 'ห้องเย็น'] },
      sector: 'A',
      ipc: ['G01N21/359', 'B07C5/342'],
      sdgs: [2, 8, 12],
      dealTypes: ['nonExclusiveLicence', 'evaluationLicence', 'capacityBuilding'],
      territories: ['TH'],
      partnerKinds: ['university', 'researchInstitute', 'sme50to249'],
      minimumTrl: 7,
      budget: { min: 150_000_000, max: 480_000_000, currency: 'THB' },
      responseDeadline: '2027-03-31',
    },
  },
  {
    key: 'wet-season-paddy-drying',
    organisation: 'tonle-meas-rice-cooperative',
    content: {
      type: 'TR',
      originalLanguage: 'km',
      texts: {
        km: {
          title: 'ត្រូវការម៉ាស៊ីនសម្ងួតស្រូវសម្រាប់រដូវវស្សា',
          summary: 'សហករណ៍ត្រូវការម៉ាស៊ីនសម្ងួតស្រូវដែលប្រើអង្កាមជាឥន្ធនៈ ដើម្បីសម្ងួតស្រូវសើមក្នុងរដូវវស្សា និងរក្សាគុណភាពអង្ករក្រអូប។',
          description:
            'សហករណ៍របស់យើងមានសមាជិក ៤២០ គ្រួសារ។ នៅរដូវវស្សា ស្រូវដែលច្រូតរួចមានសំណើមលើសពី ២៤ ភាគរយ ហើយកសិករហាលថ្ងៃមិនទាន់។ ស្រូវឡើងកម្តៅ ដុះពន្លក និងប្រែពណ៌លឿង ដូច្នេះតម្លៃធ្លាក់ចុះ។ យើងត្រូវការម៉ាស៊ីនសម្ងួតដែលអាចសម្ងួតស្រូវបាន ៣០ តោនក្នុងមួយថ្ងៃ ឱ្យនៅសំណើម ១៤ ភាគរយ។ ម៉ាស៊ីនគួរប្រើអង្កាមជាឥន្ធនៈ មិនប្រើប្រេងម៉ាស៊ូត ហើយផ្សែងមិនត្រូវប៉ះគ្រាប់ស្រូវទេ ព្រោះយើងលក់អង្ករក្រអូបសម្រាប់នាំចេញ។ អង្ករបាក់ត្រូវមានតិច។ យើងចង់ឱ្យជាងក្នុងស្រុកអាចជួសជុល និងផលិតគ្រឿងបន្លាស់ខ្លះបាន ហើយត្រូវការការបណ្តុះបណ្តាលសម្រាប់អ្នកបញ្ជាម៉ាស៊ីន។',
        },
      },
      keywords: { market: ['អង្ករក្រអូប', 'សហករណ៍កសិកម្ម'], technology: ['ម៉ាស៊ីនសម្ងួតស្រូវ', 'អង្កាម', 'សំណើម'] },
      sector: 'A',
      ipc: ['F26B17/14', 'F26B23/02'],
      sdgs: [1, 2, 12],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'capacityBuilding'],
      territories: ['KH'],
      partnerKinds: ['university', 'researchInstitute', 'sme11to49', 'sme50to249'],
      minimumTrl: 8,
      budget: { max: 9_000_000, currency: 'USD' },
      responseDeadline: '2027-05-15',
    },
  },
  {
    key: 'coffee-processing-water',
    organisation: 'phou-dok-coffee-growers',
    content: {
      type: 'TR',
      originalLanguage: 'lo',
      texts: {
        lo: {
          title: 'ຕ້ອງການເຄື່ອງປຸງແຕ່ງໝາກກາເຟສົດທີ່ໃຊ້ນ້ຳໜ້ອຍ',
          summary: 'ສະມາຄົມຕ້ອງການເຄື່ອງປອກເປືອກ ແລະ ຂັດເມືອກໝາກກາເຟທີ່ໃຊ້ນ້ຳໜ້ອຍ ແລະ ວິທີເຮັດຝຸ່ນບົ່ມຈາກເປືອກກາເຟ ເພື່ອບໍ່ໃຫ້ນ້ຳເສຍໄຫຼລົງຫ້ວຍ.',
          description:
            'ສະມາຄົມມີຄອບຄົວປູກກາເຟ 310 ຄອບຄົວ ຢູ່ເຂດພູສູງ. ປັດຈຸບັນພວກເຮົາປຸງແຕ່ງກາເຟແບບລ້າງນ້ຳ ໃຊ້ນ້ຳປະມານ 6 ແມັດກ້ອນຕໍ່ໝາກກາເຟສົດ 1 ໂຕນ. ໃນລະດູແລ້ງນ້ຳບໍ່ພໍ ແລະ ນ້ຳເສຍໄຫຼລົງຫ້ວຍທີ່ຊາວບ້ານໃຊ້. ພວກເຮົາຕ້ອງການເຄື່ອງຂະໜາດນ້ອຍທີ່ປອກເປືອກ ແລະ ຂັດເມືອກໄດ້ ໃຊ້ນ້ຳບໍ່ເກີນ 500 ລິດຕໍ່ໂຕນ ຂົນສົ່ງຂຶ້ນພູໄດ້ ແລະ ສ້ອມແປງງ່າຍ. ຄຸນນະພາບກາເຟຕ້ອງບໍ່ຫຼຸດລົງ. ພວກເຮົາຢາກຮຽນວິທີເຮັດຝຸ່ນບົ່ມຈາກເປືອກກາເຟນຳອີກ ແລະ ຢາກໃຫ້ມີການຝຶກອົບຮົມສະມາຊິກ.',
        },
        en: {
          title: 'Coffee processing that uses little water',
          summary:
            'The association looks for a pulper and mechanical demucilager that uses little water, and a way to compost coffee pulp, so that effluent no longer runs into the streams.',
          description:
            'The association has 310 families who grow coffee in the uplands. They wash their coffee and use some 6 cubic metres of water for a tonne of fresh cherries. In the dry season there is not enough water, and the effluent runs into streams that villages drink from. We look for a small unit that pulps and demucilages with at most 500 litres a tonne, that can be carried up the mountain and is easy to repair. The quality of the coffee must not fall. We would also like to learn to compost the pulp, and to have our members trained.',
        },
      },
      keywords: {
        market: ['upland coffee', 'smallholders'],
        technology: ['coffee pulper', 'demucilager', 'composting'],
      },
      sector: 'A',
      ipc: ['A23N5/08', 'A23F5/02'],
      sdgs: [6, 8, 12],
      dealTypes: ['nonExclusiveLicence', 'capacityBuilding'],
      territories: ['LA'],
      partnerKinds: ['university', 'sme11to49', 'sme50to249'],
      minimumTrl: 7,
      budget: { min: 800_000, max: 3_000_000, currency: 'USD' },
      responseDeadline: '2027-06-30',
    },
  },
  {
    key: 'dry-zone-solar-pumps',
    organisation: 'shwe-myay-farmers',
    content: {
      type: 'TR',
      originalLanguage: 'my',
      texts: {
        my: {
          title: 'စိုက်ပျိုးရေအတွက် နေရောင်ခြည်စွမ်းအင်သုံး ရေတင်စက် လိုအပ်သည်',
          summary: 'အပူပိုင်းဒေသမှ တောင်သူများသည် ဒီဇယ်ရေတင်စက်များအစား နေရောင်ခြည်စွမ်းအင်သုံး ရေတင်စက်များကို အသုံးပြုလိုပါသည်။',
          description:
            'ကျွန်ုပ်တို့အဖွဲ့တွင် တောင်သူ ၂၆၀ ရှိပါသည်။ မိုးနည်းသောဒေသဖြစ်၍ စက်ရေတွင်းများမှ ရေကို ဒီဇယ်စက်ဖြင့် တင်ကာ နှမ်း၊ ပဲနှင့် ကြက်သွန်နီ စိုက်ပျိုးကြပါသည်။ ဒီဇယ်ဈေးကြီးပြီး ဝယ်ရခက်ပါသည်။ ထို့ကြောင့် ဘက်ထရီမလိုဘဲ ဆိုလာပြားဖြင့် တိုက်ရိုက်မောင်းနိုင်သော ရေတင်စက်ကို လိုအပ်ပါသည်။ ရေတွင်းအနက်မှာ မီတာ ၃၀ မှ ၆၀ အထိ ဖြစ်ပြီး ရေထဲတွင် သဲပါပါသည်။ တစ်နေ့လျှင် ရေ ၄၀ ကုဗမီတာခန့် လိုပါသည်။ နွေရာသီတွင် အပူချိန် ၄၂ ဒီဂရီအထိ ရှိပါသည်။ ပြုပြင်ထိန်းသိမ်းနည်း သင်တန်းနှင့် အပိုပစ္စည်းများကိုလည်း လိုအပ်ပါသည်။',
        },
      },
      keywords: { market: ['အပူပိုင်းဒေသ', 'တောင်သူ'], technology: ['နေရောင်ခြည်စွမ်းအင်', 'ရေတင်စက်', 'ဆိုလာပြား', 'စိုက်ပျိုးရေ'] },
      sector: 'A',
      ipc: ['F04B17/00', 'A01G25/16'],
      sdgs: [2, 6, 7],
      dealTypes: ['nonExclusiveLicence', 'capacityBuilding'],
      territories: ['MM'],
      partnerKinds: ['sme50to249', 'large', 'university'],
      minimumTrl: 8,
      budget: { max: 6_000_000, currency: 'USD' },
      responseDeadline: '2027-04-20',
    },
  },
  {
    key: 'island-ice-supply',
    organisation: 'teluk-mutiara-fishers',
    content: {
      type: 'TR',
      originalLanguage: 'id',
      texts: {
        id: {
          title: 'Dicari: mesin es dan gudang dingin bertenaga surya untuk nelayan pulau kecil',
          summary:
            'Koperasi nelayan mencari pabrik es kecil dan ruang pendingin yang bekerja dengan tenaga surya tanpa jaringan listrik, agar hasil tangkapan tetap segar di pulau.',
          description:
            'Koperasi kami beranggotakan 180 nelayan di tiga pulau kecil tanpa jaringan listrik. Es balok dibeli dari daratan, perjalanan kapal lima jam, dan hampir sepertiganya mencair sebelum sampai. Akibatnya ikan kerapu, tuna kecil dan cumi sering dijual murah. Kami mencari mesin es dengan kapasitas 500 sampai 1.000 kg per hari yang digerakkan langsung oleh panel surya, dengan ruang penyimpanan dingin yang tetap dingin pada malam hari dan pada hari mendung tanpa baterai besar. Mesin sebaiknya dapat memakai air laut yang disaring, tahan korosi, dan dapat dikirim dengan kapal kecil. Kami membutuhkan pelatihan untuk operator dan teknisi setempat. Dermaga kami dapat dipakai sebagai lokasi percontohan.',
        },
        en: {
          title: 'Wanted: solar ice making and cold storage for small-island fishers',
          summary:
            'A fishers’ co-operative looks for a small ice plant and cold room that run on solar power without a grid, to keep the catch fresh on the islands.',
          description:
            'Our co-operative has 180 fishers on three small islands without a grid. Block ice comes from the mainland, five hours by boat, and nearly a third of it melts on the way, so grouper, small tuna and squid are often sold cheaply. We look for an ice machine of 500 to 1,000 kg a day, driven directly by solar panels, with a store that stays cold at night and on cloudy days without a large battery. It should take filtered sea water, resist corrosion and travel on a small vessel. We need training for operators and local technicians. Our jetty can serve as a demonstration site.',
        },
      },
      keywords: { market: ['small-scale fisheries', 'nelayan'], technology: ['solar ice', 'cold storage', 'mesin es'] },
      sector: 'A',
      ipc: ['F25C1/12', 'F25D11/00'],
      sdgs: [7, 8, 14],
      dealTypes: ['demonstrationPark', 'capacityBuilding', 'nonExclusiveLicence'],
      territories: ['ID'],
      partnerKinds: ['sme11to49', 'sme50to249', 'university'],
      minimumTrl: 7,
      budget: { min: 40_000_000_000, max: 130_000_000_000, currency: 'IDR' },
      responseDeadline: '2027-08-31',
    },
  },
]
