/** Units after a number, in symbols. Those of one letter stand apart from it: `5G` and `3D` are names. */
const symbols =
  '[kmgt]?wh|[kmgt]?wp?|[kmgt]?va|[kmμµ]?vdc|[kmμµ]?vac|[kmμµ]?v|m?ah|[kmμµn]?a|[kmgt]?hz|[kmcdnμµ]?m[23²³]?|km2|km²|[mkμµn]?g|[mkµμcd]?l|[kmgh]?pa|m?bar|psi|rpm|ppm|ppb|db[mi]?|ha|mu|hp|kn|nm|mol|mmol|am|pm|[kmgt]?b(?:it|yte)?s?|[kmg]bps|[kmgt]?j|k?cal|lm|lux|°|°?[cfk]|℃|℉|%|‰|ms|μs|ns|sec|min|hrs?|pcs?|in|ft|lbs?|oz|gal|usd|eur|cny|rmb|thb|vnd|idr|mmk|khr|lak|gbp|jpy|bn|k|s|h|d'

/** Units, measures of time and currencies in words. */
const named =
  'percent|per cent|(?:kilo|mega|giga|milli)?(?:watts?|volts?|amperes?|amps?|hertz|pascals?|joules?)(?:[- ]?hours?)?|(?:kilo|centi|milli|micro|nano)?met(?:re|er)s?|(?:kilo|milli|micro)?gram(?:me)?s?|(?:milli)?lit(?:re|er)s?|tons?|tonnes?|hectares?|acres?|rai|degrees?(?: celsius)?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|pieces?|sets?|units?|pages?|phases?|million|billion|thousand|dollars?|euros?|baht|dong|yuan|riels?|kip|kyats?|rupiah|inch(?:es)?|feet|foot|miles?|gallons?|pounds?|horsepower|千瓦时|千瓦|兆瓦|瓦|伏特?|安培?|赫兹|公里|千米|厘米|毫米|微米|纳米|平方米|立方米|米|公斤|千克|毫克|克|毫升|升|吨|公顷|亩|度|摄氏度|秒|分钟|小时|天|周|个?月|年|次|台套?|套|件|个|页|万元|亿元|元|万|亿|百分之|กิโลวัตต์|เมกะวัตต์|วัตต์|โวลต์|แอมป์|เฮิรตซ์|กิโลเมตร|เซนติเมตร|มิลลิเมตร|ไมครอน|ตารางเมตร|ลูกบาศก์เมตร|เมตร|กิโลกรัม|กรัม|มิลลิลิตร|ลิตร|ตัน|ไร่|เฮกตาร์|องศาเซลเซียส|องศา|วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|ครั้ง|เครื่อง|ชุด|บาท|ล้าน|เปอร์เซ็นต์|ร้อยละ|mét(?: vuông| khối)?|ki-?lô-?mét|ki-?lô-?gam|gam|lít|tấn|héc-?ta|độ|giây|phút|giờ|ngày|tuần|tháng|năm|lần|chiếc|bộ|đồng|triệu|tỷ|phần trăm|vôn|oát|ກິໂລວັດ|ວັດ|ໂວນ|ກິໂລແມັດ|ແມັດ|ກິໂລກຣາມ|ກິໂລ|ກຣາມ|ລິດ|ໂຕນ|ເຮັກຕາ|ອົງສາ|ວິນາທີ|ນາທີ|ຊົ່ວໂມງ|ມື້|ອາທິດ|ເດືອນ|ປີ|ຄັ້ງ|ກີບ|ລ້ານ|ເປີເຊັນ|គីឡូវ៉ាត់|វ៉ាត់|វ៉ុល|គីឡូម៉ែត្រ|ម៉ែត្រ|គីឡូក្រាម|ក្រាម|លីត្រ|តោន|ហិកតា|អង្សា|វិនាទី|នាទី|ម៉ោង|ថ្ងៃ|សប្តាហ៍|ខែ|ឆ្នាំ|ដង|រៀល|លាន|ភាគរយ|ကီလိုဝပ်|ဝပ်|ဗို့|ကီလိုမီတာ|မီတာ|ကီလိုဂရမ်|ဂရမ်|လီတာ|တန်|ဟက်တာ|ဧက|ဒီဂရီ|စက္ကန့်|မိနစ်|နာရီ|ရက်|ပတ်|လ|နှစ်|ကြိမ်|ကျပ်|သန်း|ရာခိုင်နှုန်း|kilowatt|kilometer|meter(?: persegi| kubik)?|kilogram|gram|liter|ton|hektare?|derajat|detik|menit|jam|hari|minggu|bulan|tahun|kali|buah|juta|miliar|ribu|persen'

const number =
  '[+\\-−±~≈<>≤≥]? ?\\d[\\d.,]{0,30}(?: ?[x×*] ?10(?:\\^?[+\\-−]?\\d{1,3}|[⁺⁻]?[⁰¹²³⁴-⁹]{1,3}))?(?:[⁺⁻]?[⁰¹²³⁴-⁹]{1,3})?'
const before = '(?<![\\p{Script=Latin}\\p{N}_.-])'
/** Units may be joined: `5 kg/h`, `220 V/50 Hz`, `6 m³ per day`. */
const per = `(?: ?(?:/|per|·) ?(?:${symbols}|hour|day|year|month|week|second|minute)(?![\\p{Script=Latin}\\p{N}]))?`

/** Numbers with what they count, ranges, shares, sums of money, times of day. */
export const figures = new RegExp(
  `(?:(?:us|a|s|hk|nt)?[$€£¥฿₫₭៛₹₽]|(?<!\\p{L})(?:usd|eur|cny|rmb|thb|vnd|idr|rp|mmk|khr|lak)) ?(?=\\d)|${before}${number}(?: ?(?:[-–—~]|to|至|ถึง|đến|ຫາ|ដល់|hingga) ?${number})?(?:(?:[ -]?(?:${named})(?![\\p{Script=Latin}])| ?(?:${symbols})(?![\\p{Script=Latin}\\p{N}]))${per}|(?![\\p{Script=Latin}\\p{N}]))`,
  'giu',
)

/** One-letter names that look like a number with its unit: kept as they are. */
export const names = /(?<![\p{L}\p{N}])(?:[1-9]G|[248]K|[1-6]D|[1-9]P|\dA)(?![\p{L}\p{N}])/gu

/** Pages and what else a text numbers of itself. */
export const numbered =
  /(?<!\p{L})(?:pages?|pp?\.|fig(?:ure|\.)|tab(?:le|\.)|section|chapter|annex|appendix|eq(?:uation|\.)|ref(?:erence|\.)|no\.|trang|hình|bảng|chương|mục|halaman|hal\.|gambar|tabel|bab)s? ?\d{1,4}(?:[.–-]\d{1,4})*(?: ?(?:of|\/|dari|trên) ?\d{1,4})?(?!\w)|[第共] ?\d{1,4} ?[页頁章节節条款]|[图表圖] ?\d{1,3}|(?:หน้า|รูปที่|ตารางที่|บทที่|ໜ້າ|ຫນ້າ|ຮູບທີ|ຕາຕະລາງ|ទំព័រ|រូបភាព|តារាង|စာမျက်နှာ|ပုံ|ဇယား) ?(?:ที่|ທີ|ទី)? ?\d{1,4}/giu
