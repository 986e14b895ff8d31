import type { SampleNeed } from '../sample.ts'

export const cropNeeds: SampleNeed[] = [
  {
    key: 'clean-cassava-stakes',
    organisation: 'damlong-meas-growers',
    content: {
      type: 'TR',
      originalLanguage: 'km',
      texts: {
        km: {
          title: 'ត្រូវការបច្ចេកវិទ្យាពិនិត្យជំងឺម៉ូសាអ៊ិកដំឡូងមី និងពូជស្អាត',
          summary: 'សហគមន៍អ្នកដាំដំឡូងមីត្រូវការវិធីពិនិត្យជំងឺម៉ូសាអ៊ិកយ៉ាងរហ័សនៅវាល និងវិធីបង្កើនដើមពូជដែលគ្មានជំងឺ។',
          description:
            'សហគមន៍របស់យើងដាំដំឡូងមីលើផ្ទៃដី ១១០០ ហិកតា។ ក្នុងរយៈពេលប៉ុន្មានឆ្នាំចុងក្រោយនេះ ជំងឺម៉ូសាអ៊ិកបានរាលដាលខ្លាំង ហើយទិន្នផលធ្លាក់ចុះជិតពាក់កណ្តាល។ កសិករទិញដើមពូជពីអ្នកជិតខាង ដោយមិនដឹងថាមានមេរោគឬអត់។ យើងត្រូវការឧបករណ៍ពិនិត្យមេរោគនៅវាល ដែលងាយប្រើ មិនត្រូវការមន្ទីរពិសោធន៍ និងបានលទ្ធផលក្នុងមួយម៉ោង។ យើងក៏ចង់បង្កើតសួនពូជស្អាតរបស់សហគមន៍ និងត្រូវការការបណ្តុះបណ្តាលអំពីការបង្កើនពូជ។',
        },
        en: {
          title: 'Test for cassava mosaic disease and a way to multiply clean stakes',
          summary:
            'A community of cassava growers needs a rapid field test for cassava mosaic disease and a way to multiply stakes that are free of it.',
          description:
            'Our community grows cassava on 1,100 hectares. Over the last years mosaic disease has spread badly and the yield has fallen by nearly half. Growers buy stakes from their neighbours and cannot know whether they carry the virus. We need a test for the field that is easy to use, needs no laboratory and gives a result within an hour. We also want to set up a nursery of clean planting material that belongs to the community, and need training in rapid multiplication. We can give land near the river, water and two young people who work for the nursery.',
        },
      },
      keywords: {
        market: ['cassava growers', 'ដំឡូងមី'],
        technology: ['cassava mosaic', 'field test', 'clean planting material'],
      },
      sector: 'A',
      ipc: ['C12Q1/70', 'A01H4/00'],
      sdgs: [1, 2],
      dealTypes: ['capacityBuilding', 'knowHow', 'nonExclusiveLicence'],
      territories: ['KH'],
      partnerKinds: ['university', 'researchInstitute'],
      minimumTrl: 6,
      budget: { max: 4_500_000, currency: 'USD' },
      responseDeadline: '2027-02-28',
    },
  },
  {
    key: 'automatic-rubber-tapping',
    organisation: 'suan-yang-phum-cooperative',
    content: {
      type: 'TR',
      originalLanguage: 'th',
      texts: {
        th: {
          title: 'ต้องการเครื่องกรีดยางอัตโนมัติที่พร้อมใช้งานในสวนจริง',
          summary: 'สหกรณ์ขาดแรงงานกรีดยาง ต้องการเครื่องหรือหุ่นยนต์กรีดยางอัตโนมัติที่มีจำหน่ายแล้ว ใช้ได้ทั้งที่ราบและที่ลาดชัน และทนฝน',
          description:
            'สมาชิกสหกรณ์มีสวนยางรวม 3,800 ไร่ ในช่วงสามปีที่ผ่านมาแรงงานกรีดยางลดลงกว่าครึ่ง คนรุ่นใหม่ไม่ต้องการทำงานกลางคืน ทำให้ต้นยางจำนวนมากไม่ได้กรีด เราต้องการเครื่องกรีดยางอัตโนมัติหรือหุ่นยนต์ที่ผ่านการใช้งานจริงแล้วอย่างน้อยสองฤดู ไม่ใช่ต้นแบบในห้องทดลอง เครื่องต้องกรีดได้ลึกพอดีโดยไม่ทำลายเยื่อเจริญ ใช้ได้บนพื้นที่ลาดชันไม่เกิน 20 องศา ทนฝนและความชื้น และมีราคาที่สมาชิกผ่อนชำระได้ ผู้ขายต้องมีศูนย์ซ่อมในประเทศหรือฝึกช่างของสหกรณ์ให้ซ่อมเองได้ สหกรณ์พร้อมรับสิทธิการผลิตชิ้นส่วนบางส่วนร่วมกับโรงกลึงในพื้นที่',
        },
      },
      keywords: { market: ['สวนยางพารา'], technology: ['เครื่องกรีดยาง', 'หุ่นยนต์'] },
      sector: 'A',
      ipc: ['A01G23/10'],
      sdgs: [8, 9],
      dealTypes: ['nonExclusiveLicence', 'capacityBuilding'],
      territories: ['TH'],
      partnerKinds: ['sme50to249', 'large', 'university'],
      minimumTrl: 8,
      budget: { max: 250_000_000, currency: 'THB' },
      responseDeadline: '2027-10-31',
    },
  },
  {
    key: 'chilli-drying',
    organisation: 'shwe-myay-farmers',
    content: {
      type: 'TR',
      originalLanguage: 'my',
      texts: {
        my: {
          title: 'ငရုတ်သီး အခြောက်ခံရန် နေရောင်ခြည်သုံး အခြောက်ခံစက် လိုအပ်သည်',
          summary: 'ငရုတ်သီးကို သန့်ရှင်းစွာ အခြောက်ခံနိုင်ပြီး မှိုမတက်စေသော နေရောင်ခြည်သုံး အခြောက်ခံရုံကို တောင်သူအဖွဲ့က လိုအပ်နေပါသည်။',
          description:
            'ကျွန်ုပ်တို့ဒေသတွင် ငရုတ်သီးကို မြေပြင်ပေါ်တွင် နေလှန်းကြပါသည်။ ဖုန်ပေကျံခြင်း၊ မိုးမိခြင်းနှင့် မှိုတက်ခြင်းတို့ကြောင့် ဈေးကောင်း မရပါ။ ဝယ်သူများက အဖလာတောက်ဆင် ပါဝင်မှုကို စစ်ဆေးကြပါသည်။ တစ်ကြိမ်လျှင် ငရုတ်သီးစို ၅၀၀ မှ ၁,၀၀၀ ကီလိုဂရမ်အထိ အခြောက်ခံနိုင်သော နေရောင်ခြည်သုံး အခြောက်ခံရုံကို လိုအပ်ပါသည်။ ဒေသတွင်းရှိ ပစ္စည်းများဖြင့် ဆောက်လုပ်နိုင်လျှင် ပိုကောင်းပါသည်။ ဆောက်လုပ်ပုံနှင့် အသုံးပြုပုံ သင်တန်းလည်း လိုအပ်ပါသည်။',
        },
      },
      keywords: { market: ['ငရုတ်သီးခြောက်'], technology: ['အခြောက်ခံစက်', 'နေရောင်ခြည်'] },
      sector: 'A',
      ipc: ['F26B3/28'],
      sdgs: [2, 7],
      dealTypes: ['knowHow', 'capacityBuilding'],
      territories: ['MM'],
      partnerKinds: ['university', 'sme11to49'],
      minimumTrl: 7,
      budget: { max: 1_800_000, currency: 'USD' },
      responseDeadline: '2027-03-15',
    },
  },
]
