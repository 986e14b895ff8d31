/**
 * Words that headings of forms are made of, in the languages of the platform: whatever stands before a colon, or alone on a line, and has no
 * other words, is one. Gathered from the forms of the Enterprise Europe Network, of technology exchanges in China and of transfer offices in
 * South-East Asia.
 */
const vocabulary = `
  title name names of the and or for in to a an on by with your our its brief short full detailed main key general other more additional
  technology technologies technical technological tech product products project projects invention innovation solution service
  description descriptions summary abstract overview introduction background details information data specification specifications
  parameters parameter features feature characteristics advantages advantage benefits benefit highlights innovative aspects aspect novelty
  application applications applicable field fields area areas sector sectors industry scope usage use uses market markets potential
  objective objectives purpose aim aims goal goals problem challenge need needs requirement requirements request offer offering
  keyword keywords references reference phase i ii iii iv conclusion results result status stage stages level development maturity readiness trl
  intellectual property right rights ip ipr patent patents licence license licensing cooperation collaboration partnership partner partners
  type types kind size role sought wanted considered preferred desired expected required available form forms mode modes transfer deal
  price cost budget investment payment terms conditions comments comment remarks note notes attachment attachments
  organisation organization institution institute company applicant inventor inventors owner holder provider supplier manufacturer address
  country city province region origin location territory contact person telephone phone fax email website date dates deadline validity version
  no number code id page date submission publication profile power_supply voltage frequency warranty certification certificates dimensions
  weight colour color model opening business working office hours time_frame current state_of_the_art

  技术 科技 产品 项目 成果 名称 标题 题目 简介 介绍 概述 摘要 说明 描述 详情 内容 详细 基本 主要 信息 情况 资料 背景 目的 目标 意义 问题 需求 要求 供给
  特点 特征 优势 优点 亮点 创新点 创新性 创新 先进性 性能 指标 参数 规格 应用 适用 使用 推广 领域 范围 行业 产业 市场 前景 分析 效益 经济 社会
  关键词 参考 文献 阶段 所处 开发 研发 成熟度 程度 水平 状态 状况 现状 知识 产权 专利 号 类型 类别 分类 方式 合作 转让 许可 形式 意向 对象 伙伴 期望
  寻求 拟 价格 费用 预算 投资 金额 报价 单位 企业 机构 公司 申请 申报 发明 持有 完成 供方 需方 提供 方 人 者 地址 通讯 国家 地区 省份 城市 联系 联络
  电话 手机 传真 邮箱 邮编 网址 日期 时间 期限 有效期 编号 序号 代码 版本 页码 备注 附件 电源 电压 频率 功率 保修 认证 尺寸 重量 型号 营业 工作 的 及 与 和
  技術 產品 項目 專案 名稱 標題 簡介 介紹 說明 描述 詳情 內容 詳細 資訊 資料 目標 問題 特點 優勢 優點 創新 參數 規格 應用 適用 領域 範圍 產業 市場 關鍵詞
  參考 文獻 階段 開發 研發 程度 狀態 狀況 現狀 知識 產權 專利 號 類型 類別 分類 合作 轉讓 許可 授權 形式 對象 夥伴 價格 費用 預算 單位 企業 機構 公司 申請
  發明 提供 地址 國家 地區 聯繫 聯絡 電話 手機 傳真 電郵 郵箱 網址 日期 時間 期限 編號 備註 附件

  ชื่อ หัวข้อ เทคโนโลยี ผลงาน ผลิตภัณฑ์ โครงการ นวัตกรรม สิ่งประดิษฐ์ รายละเอียด คำอธิบาย บทคัดย่อ บทสรุป สรุป ภาพรวม บทนำ ที่มา ความเป็นมา ข้อมูล ทั่วไป
  เพิ่มเติม คุณสมบัติ ลักษณะ จุดเด่น ข้อดี ประโยชน์ ความใหม่ การประยุกต์ใช้ การนำไปใช้ การใช้งาน สาขา กลุ่ม อุตสาหกรรม ตลาด วัตถุประสงค์ เป้าหมาย ปัญหา ความต้องการ
  คำสำคัญ คำค้น เอกสารอ้างอิง สถานะ ระดับ ขั้น ความพร้อม การพัฒนา ทรัพย์สินทางปัญญา สิทธิบัตร สิทธิ เลขที่ คำขอ รูปแบบ ประเภท ความร่วมมือ การถ่ายทอด หุ้นส่วน
  พันธมิตร ที่ต้องการ ราคา งบประมาณ ค่าใช้จ่าย หน่วยงาน บริษัท องค์กร เจ้าของ ผู้ประดิษฐ์ ผู้ยื่น ผู้ขอ ที่อยู่ ประเทศ จังหวัด ผู้ติดต่อ ติดต่อ โทรศัพท์ โทร โทรสาร อีเมล
  เว็บไซต์ วันที่ ระยะเวลา หมายเหตุ เอกสารแนบ เวลาทำการ เวลาเปิดทำการ แรงดันไฟฟ้า กำลังไฟ การรับประกัน มาตรฐาน ขนาด น้ำหนัก ของ และ การ ด้าน ทาง

  tên tiêu_đề công_nghệ sản_phẩm dự_án sáng_chế giải_pháp mô_tả chi_tiết ngắn_gọn tóm_tắt giới_thiệu tổng_quan chung bối_cảnh thông_tin bổ_sung thông_số kỹ_thuật
  đặc_điểm tính_năng ưu_điểm lợi_ích điểm_mới nổi_bật tính_mới ứng_dụng phạm_vi lĩnh_vực ngành thị_trường mục_tiêu mục_đích vấn_đề nhu_cầu yêu_cầu từ_khóa từ_khoá
  tài_liệu tham_khảo tình_trạng hiện_trạng giai_đoạn mức_độ phát_triển sẵn_sàng trình_độ sở_hữu trí_tuệ quyền bằng độc_quyền hình_thức loại hợp_tác chuyển_giao đối_tác
  tìm_kiếm mong_muốn giá_cả giá chi_phí ngân_sách đơn_vị tổ_chức công_ty cơ_quan chủ_sở_hữu tác_giả người_nộp địa_chỉ quốc_gia tỉnh thành_phố liên_hệ người_liên_hệ
  điện_thoại thư_điện_tử trang_web ngày thời_hạn thời_gian ghi_chú đính_kèm giờ làm_việc mở_cửa nguồn_điện điện_áp tần_số bảo_hành chứng_nhận kích_thước trọng_lượng
  của và về cho các số mã_số

  ຊື່ ຫົວຂໍ້ ເຕັກໂນໂລຊີ ເຕັກໂນໂລຢີ ຜະລິດຕະພັນ ໂຄງການ ນະວັດຕະກໍາ ນະວັດຕະກຳ ລາຍລະອຽດ ຄໍາອະທິບາຍ ຄຳອະທິບາຍ ບົດສະຫຼຸບ ສະຫຼຸບ ສັງລວມ ຂໍ້ມູນ ທົ່ວໄປ ເພີ່ມເຕີມ ຄຸນລັກສະນະ ຈຸດເດັ່ນ ຂໍ້ດີ
  ປະໂຫຍດ ຜົນປະໂຫຍດ ການນໍາໃຊ້ ການນຳໃຊ້ ຂະແໜງ ຂົງເຂດ ອຸດສາຫະກໍາ ອຸດສາຫະກຳ ຕະຫຼາດ ຈຸດປະສົງ ເປົ້າໝາຍ ບັນຫາ ຄວາມຕ້ອງການ ຄໍາສໍາຄັນ ຄຳສຳຄັນ ເອກະສານອ້າງອີງ ສະຖານະ ລະດັບ ຂັ້ນ ການພັດທະນາ
  ຊັບສິນທາງປັນຍາ ສິດທິບັດ ຮູບແບບ ປະເພດ ການຮ່ວມມື ການຖ່າຍທອດ ຄູ່ຮ່ວມງານ ລາຄາ ງົບປະມານ ໜ່ວຍງານ ຫນ່ວຍງານ ບໍລິສັດ ອົງການ ເຈົ້າຂອງ ຜູ້ຍື່ນ ທີ່ຢູ່ ປະເທດ ແຂວງ ຜູ້ຕິດຕໍ່ ຕິດຕໍ່ ໂທລະສັບ ໂທ ອີເມວ
  ເວັບໄຊ ວັນທີ ໄລຍະເວລາ ໝາຍເຫດ ຫມາຍເຫດ ເອກະສານຄັດຕິດ ເວລາເປີດ ເວລາເຮັດວຽກ ແຮງດັນ ການຮັບປະກັນ ມາດຕະຖານ ຂະໜາດ ນໍ້າໜັກ ນ້ຳໜັກ ຂອງ ແລະ ການ ດ້ານ

  ឈ្មោះ ចំណងជើង បច្ចេកវិទ្យា ផលិតផល គម្រោង នវានុវត្តន៍ ការពិពណ៌នា ពិពណ៌នា សេចក្តីសង្ខេប សង្ខេប សេចក្តីផ្តើម ទិដ្ឋភាពទូទៅ ព័ត៌មាន ទូទៅ បន្ថែម លម្អិត លក្ខណៈ លក្ខណៈពិសេស គុណសម្បត្តិ អត្ថប្រយោជន៍
  ការអនុវត្ត ការប្រើប្រាស់ វិស័យ ឧស្សាហកម្ម ទីផ្សារ គោលបំណង គោលដៅ បញ្ហា តម្រូវការ ពាក្យគន្លឹះ ឯកសារយោង ស្ថានភាព កម្រិត ដំណាក់កាល ការអភិវឌ្ឍ កម្មសិទ្ធិបញ្ញា ប៉ាតង់ ប្រភេទ ទម្រង់ កិច្ចសហប្រតិបត្តិការ
  ការផ្ទេរ ដៃគូ តម្លៃ ថវិកា ស្ថាប័ន អង្គភាព ក្រុមហ៊ុន អង្គការ ម្ចាស់ អ្នកដាក់ពាក្យ អាសយដ្ឋាន ប្រទេស ខេត្ត អ្នកទំនាក់ទំនង ទំនាក់ទំនង ទូរស័ព្ទ លេខ អ៊ីមែល គេហទំព័រ កាលបរិច្ឆេទ រយៈពេល កំណត់ចំណាំ ឯកសារភ្ជាប់
  ម៉ោងធ្វើការ ម៉ោងបើក វ៉ុល ការធានា ស្តង់ដារ ទំហំ ទម្ងន់ នៃ និង របស់

  အမည် ခေါင်းစဉ် နည်းပညာ ထုတ်ကုန် စီမံကိန်း တီထွင်မှု ဖော်ပြချက် အကျဉ်းချုပ် အကျဉ်း မိတ်ဆက် နိဒါန်း အချက်အလက် အချက်အလက်များ အထွေထွေ အသေးစိတ် နောက်ခံ ဝိသေသ အားသာချက် အားသာချက်များ အကျိုးကျေးဇူး အကျိုးကျေးဇူးများ
  အသုံးချမှု အသုံးပြုမှု နယ်ပယ် ကဏ္ဍ စက်မှုလုပ်ငန်း ဈေးကွက် ရည်ရွယ်ချက် ရည်မှန်းချက် ပြဿနာ လိုအပ်ချက် သော့ချက်စကားလုံး ကိုးကား အခြေအနေ အဆင့် ဖွံ့ဖြိုးမှု ဉာဏပစ္စည်း မူပိုင်ခွင့် ပုံစံ အမျိုးအစား ပူးပေါင်းဆောင်ရွက်မှု
  လွှဲပြောင်းမှု မိတ်ဖက် ဈေးနှုန်း ဘတ်ဂျက် အဖွဲ့အစည်း ကုမ္ပဏီ ပိုင်ရှင် လျှောက်ထားသူ လိပ်စာ နိုင်ငံ ဆက်သွယ်ရန် ဆက်သွယ်ရမည့်သူ ဖုန်း ဖုန်းနံပါတ် အီးမေးလ် ဝက်ဘ်ဆိုက် ရက်စွဲ ကာလ မှတ်ချက် ပူးတွဲ ဖွင့်ချိန် ဗို့အား အာမခံ စံနှုန်း
  အရွယ်အစား အလေးချိန် ၏ နှင့်

  nama judul teknologi produk proyek inovasi penemuan solusi deskripsi uraian penjelasan ringkasan abstrak ikhtisar pendahuluan latar belakang informasi umum tambahan rinci lengkap
  spesifikasi fitur karakteristik keunggulan kelebihan manfaat kebaruan aplikasi penerapan penggunaan bidang sektor industri pasar tujuan sasaran masalah kebutuhan persyaratan kata
  kunci daftar pustaka referensi status tahap tingkat pengembangan kesiapan kekayaan intelektual hak paten bentuk jenis kerja sama kerjasama alih mitra dicari diinginkan harga biaya anggaran
  instansi lembaga perusahaan organisasi pemilik penemu pemohon alamat negara provinsi kota asal kontak narahubung telepon surel situs tanggal jangka waktu catatan lampiran jam buka
  tegangan daya garansi sertifikasi ukuran berat dan atau untuk yang dari`

/** Of headings whose fields hold what a profile says elsewhere in codes, or says of its owner: what follows is no subject either. */
const formal =
  /(?<!\p{L})(?:contact|address|tele?phone|fax|e-?mail|website|stage|maturity|readiness|trl|intellectual|ipr?|patents?|licen[cs]\w+|cooperation|collaboration|partner\w*|country|city|province|origin|applicant|inventors?|owner|date|deadline|validity|version|page|hours|price|payment|warranty|certificat\w+|voltage|frequency|no|number|code|id|liên hệ|địa chỉ|điện thoại|giai đoạn|mức độ|sở hữu|hợp tác|đối tác|quốc gia|ngày|thời hạn|giá|giờ|bảo hành|chứng nhận|kontak|alamat|telepon|surel|tahap|tingkat|kekayaan|paten|kerja ?sama|mitra|negara|tanggal|harga|jam|garansi|sertifikasi)(?!\p{L})|联[系络]|聯[繫絡]|地址|电话|電話|传真|邮[箱编]|网址|阶段|階段|成熟度|产权|產權|专利|專利|合作|转让|轉讓|国家|地区|日期|期限|价格|價格|保修|认证|电[源压]|编号|编码|营业|ติดต่อ|ที่อยู่|โทร|อีเมล|สถานะ|ระดับ|ความพร้อม|ทรัพย์สินทางปัญญา|สิทธิบัตร|ความร่วมมือ|ประเทศ|วันที่|ราคา|เวลา|ຕິດຕໍ່|ທີ່ຢູ່|ໂທ|ອີເມວ|ສະຖານະ|ລະດັບ|ຂັ້ນ|ຊັບສິນ|ສິດທິບັດ|ການຮ່ວມມື|ປະເທດ|ວັນທີ|ລາຄາ|ເວລາ|ទំនាក់ទំនង|អាសយដ្ឋាន|ទូរស័ព្ទ|អ៊ីមែល|ស្ថានភាព|កម្រិត|ដំណាក់កាល|កម្មសិទ្ធិ|ប៉ាតង់|ប្រទេស|កាលបរិច្ឆេទ|តម្លៃ|ម៉ោង|ဆက်သွယ်|လိပ်စာ|ဖုန်း|အီးမေးလ်|အခြေအနေ|အဆင့်|ဉာဏ|မူပိုင်|ပူးပေါင်း|နိုင်ငံ|ရက်စွဲ|ဈေးနှုန်း|ဖွင့်ချိန်/iu

/** An underscore stands for the space in a word of several. */
const words = [...new Set(vocabulary.trim().split(/\s+/))].map((word) => word.replaceAll('_', ' '))
const anyWord = words.sort((one, other) => other.length - one.length).join('|')
/** UTF-16 units. */
export const longestHeading = 70

/** All of a piece of text; words in Latin letters are whole ones. */
const madeOfVocabulary = new RegExp(
  `^[\\s\\d.()（）【\\[•·*#一二三四五六七八九十、-]*(?:(?:(?<!\\p{Script=Latin})(?:${anyWord})(?!\\p{Script=Latin}))[\\s/&,、()（）'’-]*)+[】\\]\\s.]*$`,
  'iu',
)

/** Whether a piece of text, without its colon, is nothing but a heading. */
export const isHeading = (piece: string): boolean =>
  piece.trim().length > 0 && piece.length <= longestHeading && madeOfVocabulary.test(piece)

/** Whether what follows this heading is no subject either. */
export const isFormal = (heading: string): boolean => formal.test(heading)
