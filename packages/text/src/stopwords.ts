import { fold } from './fold.ts'

/** As words of a text are compared: folded. */
const list = (words: string): ReadonlySet<string> => new Set(fold(words).text.trim().split(/\s+/))

/** Words that say nothing about the subject. Short on purpose: BM25 already gives little weight to words that occur everywhere. */
export const stopWords = {
  en: list(`
    a about above after again against all also am among an and any are aren't as at be because been before being below
    between both but by can can't cannot could did didn't do does doesn't doing don't down during each either few for
    from further had has have having he her here hers him his how however i if in into is isn't it its it's itself just
    may me might more most must my no nor not of off on once one only or other our ours out over own per said same she
    should so some such than that that's the their theirs them then there these they this those through thus to too
    under until up upon us very was wasn't we were what when where which while who whom whose why will with within
    without won't would you your yours`),
  id: list(`
    ada adalah agar akan aku anda antara apa apakah atas atau bagi bahwa banyak bawah beberapa begitu belum berada
    bila bisa bukan dalam dan dapat dari daripada demi dengan di dia hal hanya harus hingga ia ini itu jika juga
    kalau kami kamu karena kata ke kembali kepada kita lagi lain lainnya lalu lebih maka masih mereka melalui
    menjadi namun nya oleh pada para pernah saat saja sambil sampai sangat sebagai sebelum sebuah secara sedang
    sehingga sejak sekitar selain selama seluruh semua seorang seperti serta sering setelah setiap siapa suatu sudah
    supaya tanpa telah tentang terhadap tersebut tetapi tidak untuk yaitu yakni yang saya tapi diri merupakan
    mungkin mengenai kemudian mana sama sendiri pun adanya sementara tetap meskipun sebelumnya bagaimana sekarang
    paling semakin tak bahkan walaupun sebab termasuk maupun setelahnya kini menurut hampir ketika satu bagaimanapun
    apapun siapapun sesuatu kapan mengapa dimana terlalu cukup hendak pula sini situ sana akibat beserta bersama
    tiap masing`),
  vi: list(`
    và của là các những một trong cho với được có không này đó khi để từ tại ở ra đã đang sẽ cũng như theo về trên
    dưới bởi vì do nên thì mà hay hoặc nhưng nếu rằng lại rất vào bị đến cùng còn chỉ sau trước tôi chúng ta họ nó
    ông bà anh ấy gì nào đây vẫn phải cái chiếc cuộc sự việc mỗi mọi nhiều ít hơn nhất cả tất mình bạn tới lên xuống
    qua lúc thế vậy đều từng luôn ngay khác ai đâu sao nữa quá lắm bằng giữa ngoài tuy dù vừa cứ chưa chẳng nhau lẫn
    hết thôi đấy kia cô em đi mới vài nhờ`),
  zh: list(`
    的 了 和 是 在 与 及 或 也 都 而 且 并 于 以 为 对 对于 等 之 其 这 那 这个 那个 这些 那些 我 你 他 她 它 我们 你们 他们
    她们 它们 但 但是 因为 所以 如果 而且 以及 并且 或者 被 把 由 从 向 到 给 就 还 又 很 不 没有 有 个 着 过 中 上 下 会 能
    可以 将 要 说 让 吗 呢 吧 啊`),
  th: list(`
    ที่ และ ของ ใน เป็น มี ได้ จะ ให้ กับ การ ความ ว่า ไม่ นี้ นั้น ก็ แต่ หรือ จาก โดย ซึ่ง เพื่อ แล้ว อยู่ คือ ถึง
    ไป มา ต้อง ด้วย กว่า ยัง เขา เธอ เรา ผม ฉัน พวก อีก เมื่อ ถ้า เพราะ ทั้ง ต่อ ตาม แก่ แห่ง ๆ คน อย่าง นั่น ถูก
    กำลัง เคย ผู้ ขึ้น ลง ออก เข้า ทาง ตัว กัน สามารถ สำหรับ คุณ มัน เรื่อง หนึ่ง หลัง มาก ครั้ง ทำ ทำให้ หลาย สิ่ง
    ไม่มี อาจ ก่อน ส่วน ขณะ เหล่า นัก ข้อ คง ตอน เช่น ช่วง บน เกี่ยว กลับ บาง ดัง ที่สุด ทุก เพียง ไว้ ต่าง ระหว่าง
    นี่ เอง สู่ น่า มากกว่า จำนวน จึง ใด ไหน อะไร ใคร หาก เนื่องจาก แม้ แม้ว่า ดังนั้น อย่างไร นอกจาก เกี่ยวกับ
    ไม่ได้ ทั้งหมด อื่น ภายใน ภายใต้`),
  lo: list(`
    ທີ່ ແລະ ຂອງ ໃນ ເປັນ ມີ ໄດ້ ຈະ ໃຫ້ ກັບ ການ ຄວາມ ວ່າ ບໍ່ ນີ້ ນັ້ນ ກໍ່ ກໍ ແຕ່ ຫຼື ຫລື ຈາກ ໂດຍ ເຊິ່ງ ຊຶ່ງ ເພື່ອ ແລ້ວ
    ຢູ່ ແມ່ນ ເຖິງ ໄປ ມາ ຕ້ອງ ດ້ວຍ ກວ່າ ຍັງ ລາວ ເຮົາ ຂ້ອຍ ພວກ ອີກ ເມື່ອ ຖ້າ ເພາະ ທັງ ຕໍ່ ຕາມ ແກ່ ແຫ່ງ ໆ ກຳລັງ ເຄີຍ
    ມັນ ຜູ້ ຄົນ ຖືກ ຢູ່ໃນ ພວກເຂົາ ພວກເຮົາ ທ່ານ ຫຼາຍ ສາມາດ ທາງ ໜຶ່ງ ກ່ຽວກັບ ສຳລັບ ນາງ ຢ່າງ ເຮັດ ເຮັດໃຫ້ ທີ່ມີ ສິ່ງ
    ຂຶ້ນ ລົງ ບໍ່ມີ ຕົວ ນັກ ກັນ ຫຼັງຈາກ ມີການ ເຈົ້າ ບໍ່ໄດ້ ຄັ້ງ ກ່ອນ ໄວ້ ຫຼາຍກວ່າ ອອກ ໃດ ເລື່ອງ ທີ່ສຸດ ອາດ ອາດຈະ ອັນ
    ບາງ ທັງໝົດ ລະຫວ່າງ ອື່ນ ໃນຂະນະທີ່ ເນື່ອງຈາກ ອອກຈາກ ດັ່ງກ່າວ ທຸກ ສູ່ ຄື ເຂົ້າ ເອງ ເຊັ່ນ ເຊັ່ນກັນ ຫາກ ດັ່ງນັ້ນ
    ເພາະວ່າ ຈຶ່ງ ຍັງມີ ບໍ່ໃຫ້ ພາຍໃນ ຈຳນວນ ຂະນະ ຫຍັງ ໃຜ`),
  km: list(`
    និង ដែល ជា នៅ ក្នុង មាន បាន នឹង ឱ្យ អោយ ការ ភាព ថា មិន នេះ នោះ ក៏ ប៉ុន្តែ ឬ ពី ដោយ ដើម្បី ហើយ គឺ ដល់ ទៅ មក ត្រូវ
    របស់ ជាមួយ លើ ក្រោម គាត់ យើង ខ្ញុំ ពួក គេ ទៀត នៅពេល ប្រសិនបើ ព្រោះ ទាំង ចំពោះ តាម ៗ នៃ សម្រាប់ ដ៏ ទេ កំពុង
    ធ្លាប់ លោក មួយ វា នៅក្នុង ពួកគេ អ្នក អាច កាលពី ពេល ខ្លួន នាង គឺជា ដែរ ចំនួន លោកស្រី ម្នាក់ នាក់ មានការ ណា
    បន្ទាប់ពី អំពី ជាច្រើន បំផុត យ៉ាង អ្វី ជាមួយនឹង តើ នូវ មុន គ្មាន ផង ទៅលើ ឲ្យ គ្នា ឡើយ ណាស់ ជាង ឡើង ទៅកាន់ បើ
    មិនបាន ចេញ ចូល ដោយសារ ដូចជា ច្រើន ទាំងអស់ ខណៈ នៅតែ តែ ក៏បាន របស់ខ្ញុំ មិនមែន ដូច្នេះ ដូច ផ្សេង ផ្សេងទៀត រវាង
    រាល់ គ្រប់ បើសិនជា ទោះ ទោះបី ទី រួម ក្រោយ ទៅជា ធ្វើ ធ្វើឱ្យ ខ្លះ`),
  my: list(`
    နှင့် နဲ့ သည် က ကို မှာ မှ တွင် ၏ ရဲ့ များ သော တဲ့ ၍ ပြီး ဖြင့် အတွက် ရန် ဖို့ လည်း ပဲ ဒီ ထို ဤ ဟု လို့ မည် မယ်
    ပါ ပါသည် ဖြစ် ဖြစ်သည် ရှိ ရှိသည် သူ သူမ ကျွန်တော် ကျွန်မ တို့ နှင့်အတူ သို့ သို့မဟုတ် သို့သော် ဒါပေမယ့် အရ ခဲ့
    ခဲ့သည် နေ နေသည် သည့် ၌ ထံ အား လျှင် ရင် တော့ သာ ခန့် ကြ ကြသည် ကြောင့် ထို့ကြောင့် သောကြောင့် သဖြင့် အတွင်း အပေါ်
    အထိ မှစ၍ ဟာ ဆိုသော ဖြစ်သော ရှိသော ရှိသည့် မဟုတ် ဘူး ခြင်း မှု တစ် တစ်ခု ဒါ အဲဒါ အဲဒီ ဘာ ဘယ် သူတို့ ကျွန်ုပ်
    ကျွန်ုပ်တို့ ကျွန်တော်တို့ မိမိ ကဲ့သို့ နိုင် နိုင်သည် နိုင်သော ပါသော စေ စေရန် စေသော စွာ ဘဲ မ တွေ အချို့ အားလုံး
    ပင် အပါအဝင် အဖြစ် အစား ပေါ် များသည် တတ် ရုံ`),
} as const
