const topLevel =
  'com|org|net|edu|gov|int|info|biz|io|eu|asia|cn|hk|tw|mo|sg|th|vn|la|kh|mm|id|my|ph|jp|kr|in|de|fr|uk|us|au|ru'

/** Web addresses, with and without the scheme. */
export const webAddresses = new RegExp(
  `(?:https?|ftp)://[^\\s<>"'，。；、）)]*|(?<![\\w.@-])www\\.[^\\s<>"'，。；、）)]*|(?<![\\w.@-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:${topLevel})(?![\\w-])(?:/[^\\s<>"'，。；、）)]*)?`,
  'gi',
)

export const mailAddresses =
  /(?<![\w.+-])[\w.+-]{1,64} ?(?:@|[[(]at[\])]) ?[\w-]{1,63}(?: ?(?:\.|[[(]dot[\])]) ?[\w-]{1,63}){1,5}/gi

/** Identifiers of papers and books, names in messengers. */
export const handles =
  /\bdoi ?:? ?10\.\d{4,9}\/\S+|\b(?:isbn|issn)(?:-1[03])?:? ?[\dx-]{8,17}|(?<![\w@.])@\w{2,30}|(?<![a-z])(?:wechat|weixin|whatsapp|zalo|skype|viber|telegram|line id|qq)(?: ?(?:id|no\.?|number))? ?[:：] ?[\w.+@-]*|(?:微信|QQ)号? ?: ?[\w.+@-]*/gi

/**
 * A number to call, of at least seven digits: with the sign of a country, in brackets, or in groups. A run of digits alone may be any number,
 * which is no evidence either.
 */
export const telephones =
  /(?<![\w.])(?:\+\d{1,3}|\(\+?\d{1,4}\)|00?\d{1,3})[ ().-]{0,2}\d[\d ().-]{4,20}\d(?!\w)|(?<![\w.])\d{2,4}[ -]\d{3,4}[ -]\d{3,4}(?!\w)/g

const calls =
  'tel|tel no|telephone|phone|fax|mobile|mob|hotline|e-?mail|website|web site|电话|手机|传真|邮箱|电邮|电子邮件|热线|网址|โทร|โทรศัพท์|โทรสาร|แฟกซ์|อีเมล|มือถือ|điện thoại|đt|sđt|di động|ໂທ|ໂທລະສັບ|ອີເມວ|ແຟັກ|ទូរស័ព្ទ|ទូរសារ|អ៊ីមែល|ဖုန်း|တယ်လီဖုန်း|အီးမေးလ်|ဖက်စ်|telp|telepon|hp|surel'

/** Words that ask the reader to write or call. */
const invitations =
  '(?:please|kindly|to) contact|contact (?:us|person|details|information|point|name|address|mr|mrs|ms|dr|prof)|contacts? ?:|for (?:more|further) (?:information|details|inquir|enquir)|enquiries ?:|inquiries ?:|visit (?:us|our)|联系(?:人|方式|地址|我们|电话|单位)|联络(?:人|方式)|欢迎(?:来电|垂询|联系)|(?:聯繫|聯絡)(?:人|方式|地址|我們|電話)|ผู้ติดต่อ|ติดต่อ(?:ได้|สอบถาม|เรา|ที่)|สอบถามข้อมูล|ข้อมูลเพิ่มเติม|(?:người )?liên hệ(?: |:)|để biết thêm|ຕິດຕໍ່(?:ພວກເຮົາ|ໄດ້|ທີ່|:| )|ຜູ້ຕິດຕໍ່|ຂໍ້ມູນເພີ່ມເຕີມ|ទំនាក់ទំនង ?(?:មក|តាម|:|៖)|អ្នកទំនាក់ទំនង|ព័ត៌មានបន្ថែម|ဆက်သွယ်ရန်|ဆက်သွယ်ရမည့်|ဆက်သွယ်ပါ|အသေးစိတ်သိလို|hubungi|narahubung|kontak(?: person)? ?:|informasi lebih lanjut'

/** Marks of a line that says whom to contact and how: such a line is about nothing else. */
export const contactLines = new RegExp(
  `(?<!\\p{L})(?:${calls})(?!\\p{L})\\.? ?(?:no\\.?|number|号码)? ?[:：.]? ?[+(\\d\\0]|${invitations}`,
  'iu',
)
