import { table } from './table.ts'

export const water = table(`
water-treatment | water treatment; water purification; water purifier | 水处理; 净水; 净水器 | บำบัดน้ำ; กรองน้ำ; ปรับปรุงคุณภาพน้ำ | xử lý nước; lọc nước; làm sạch nước | pengolahan air; penjernihan air; pemurnian air | ບຳບັດນ້ຳ; ກອງນ້ຳ? | ចម្រោះទឹក?; សម្អាតទឹក? | ရေသန့်စင်?; ရေသန့်စင်စက်?
drinking-water | drinking water; potable water; clean water; safe water | 饮用水; 饮水 | น้ำดื่ม; น้ำอุปโภคบริโภค | nước uống; nước sạch; nước sinh hoạt; nước ăn uống | air minum; air bersih | ນ້ຳດື່ມ; ນ້ຳສະອາດ | ទឹកស្អាត; ទឹកផឹក; ទឹកបរិសុទ្ធ? | သောက်ရေ?; သောက်သုံးရေ; ရေသန့်?
water-supply | water supply; rural water supply; waterworks | 供水; 农村供水; 村镇供水; 自来水 | ประปา; น้ำประปา; ประปาหมู่บ้าน | cấp nước; cấp nước nông thôn; nước máy | penyediaan air; pasokan air; air pedesaan; PDAM | ນ້ຳປະປາ?; ນ້ຳລິນ? | ផ្គត់ផ្គង់ទឹក? | ရေပေးဝေ?; ရေပေးဝေရေး?
groundwater | groundwater; ground water; borehole; aquifer | 地下水; 井水; 深井 | น้ำบาดาล; น้ำใต้ดิน | nước ngầm; nước dưới đất; giếng khoan; nước giếng | air tanah; sumur bor; akuifer | ນ້ຳໃຕ້ດິນ?; ນ້ຳບາດານ? | ទឹកក្រោមដី?; អណ្តូងទឹក?; អណ្ដូងទឹក? | မြေအောက်ရေ?; ရေတွင်း?; စက်ရေတွင်း?; အဝီစိတွင်း?
rainwater | rainwater; rain water; rainwater harvesting | 雨水; 集雨 | น้ำฝน; กักเก็บน้ำฝน | nước mưa; thu gom nước mưa | air hujan; panen air hujan | ນ້ຳຝົນ? | ទឹកភ្លៀង? | မိုးရေ?
river | river; river basin; watershed management | 河流; 流域; 河水; 江河 | แม่น้ำ; ลุ่มน้ำ | sông; nước sông; lưu vực; lưu vực sông | sungai; daerah aliran sungai | ແມ່ນ້ຳ; ອ່າງແມ່ນ້ຳ? | ទន្លេ; ស្ទឹង?; អាងទន្លេ? | မြစ်; မြစ်ရေ?; မြစ်ဝှမ်း?
reservoir | reservoir; dam; weir | 水库; 大坝; 水坝 | อ่างเก็บน้ำ; เขื่อน; ฝาย | hồ chứa; hồ chứa nước; đập nước; đập thủy điện | waduk; bendungan; embung | ອ່າງເກັບນ້ຳ?; ເຂື່ອນ? | អាងស្តុកទឹក?; ទំនប់?; ទំនប់ទឹក? | ရေလှောင်တမံ?; ဆည်?
flood | flash flood; flood water; flood damage; flood risk; flood-prone; flood season; river flood; urban flood; flood control; floodwater; inundation; flooding | 洪水; 洪涝; 内涝; 防洪 | น้ำท่วม; อุทกภัย | lũ lụt; ngập lụt; lũ quét; ngập úng | banjir | ນ້ຳຖ້ວມ | ទឹកជំនន់; ជំនន់ទឹក | ရေကြီး; ရေလွှမ်း?; ရေဘေး?
drought | drought | 干旱; 旱灾 | ภัยแล้ง; ความแห้งแล้ง | hạn hán; khô hạn | kekeringan | ໄພແຫ້ງແລ້ງ; ຄວາມແຫ້ງແລ້ງ | រាំងស្ងួត; គ្រោះរាំងស្ងួត | မိုးခေါင်
water-quality | water quality | 水质 | คุณภาพน้ำ | chất lượng nước | kualitas air; mutu air | ຄຸນນະພາບນ້ຳ; ຄຸນນະພາບຂອງນ້ຳ? | គុណភាពទឹក | ရေအရည်အသွေး?
water-saving | water saving; water efficiency | 节水 | ประหยัดน้ำ | tiết kiệm nước | hemat air | ປະຢັດນ້ຳ? | សន្សំសំចៃទឹក?; សន្សំទឹក? | ရေချွေတာ?
leak-detection | leak detection; water leak; pipe leak; non-revenue water | 漏损; 检漏; 漏水 | น้ำรั่ว; ท่อรั่ว; น้ำสูญเสีย | rò rỉ; rò rỉ nước; thất thoát nước | kebocoran; kebocoran air; kebocoran pipa | ນ້ຳຮົ່ວ?; ທໍ່ຮົ່ວ? | លេចធ្លាយទឹក? | ရေယို?
salinity | salinity; saline water; brackish | 盐度; 苦咸水; 咸水 | ความเค็ม; น้ำเค็ม; น้ำกร่อย | độ mặn; nhiễm mặn | salinitas; air payau; kadar garam | ຄວາມເຄັມ?; ນ້ຳເຄັມ? | ជាតិប្រៃ?; ទឹកប្រៃ?; ភាពប្រៃ? | ဆားငန်?; ဆားငန်ရေ?; ရေငန်?
desalination < water-treatment | desalination; deionisation; deionization | 海水淡化; 淡化; 苦咸水淡化 | ทำน้ำจืด; แยกเกลือ; กำจัดเกลือ; ผลิตน้ำจืด | khử mặn; lọc mặn; lọc nước mặn; khử ion | desalinasi; deionisasi | ກັ່ນນ້ຳທະເລ?; ແຍກເກືອ? | បន្សាបទឹកប្រៃ?; ដកជាតិអំបិល? | ပင်လယ်ရေသန့်စင်?; ဆားငန်ရေသန့်စင်?
membrane | membrane | 膜分离; 滤膜 | เมมเบรน; เยื่อกรอง | màng lọc; lọc màng | membran | ເຍື່ອກອງ?; ແຜ່ນກອງ? | ភ្នាសចម្រោះ?; ភ្នាស? | အမြှေးပါး?
reverse-osmosis < membrane | reverse osmosis; RO | 反渗透 | ออสโมซิสผันกลับ; รีเวิร์สออสโมซิส; อาร์โอ | thẩm thấu ngược | osmosis balik; osmosis terbalik | | អូស្មូសច្រាស?
wastewater | wastewater; waste water; effluent | 污水; 废水; 尾水 | น้ำเสีย; น้ำทิ้ง | nước thải | air limbah; limbah cair; air buangan | ນ້ຳເສຍ; ນ້ຳເປື້ອນ? | ទឹកកខ្វក់?; ទឹកស្អុយ?; ទឹកសំណល់ | ရေဆိုး; စွန့်ပစ်ရေ?
wastewater-treatment < wastewater | wastewater treatment; waste water treatment; sewage treatment; effluent treatment | 污水处理; 废水处理; 尾水处理 | บำบัดน้ำเสีย | xử lý nước thải | pengolahan air limbah; pengolahan limbah cair; IPAL | ບຳບັດນ້ຳເສຍ | ចម្រោះទឹកកខ្វក់?; សម្អាតទឹកកខ្វក់? | ရေဆိုးသန့်စင်?; ရေဆိုးပြုပြင်?
constructed-wetland < wastewater-treatment | constructed wetland; artificial wetland; reed bed | 人工湿地 | บึงประดิษฐ์; พื้นที่ชุ่มน้ำประดิษฐ์; พื้นที่ชุ่มน้ำเทียม | đất ngập nước nhân tạo; bãi lọc trồng cây; bãi lọc ngầm | lahan basah buatan | ບຶງປະດິດ?; ບຳບັດນ້ຳເສຍດ້ວຍພືດ? | ដីសើមសិប្បនិម្មិត?
sludge | sludge | 污泥; 淤泥 | กากตะกอน; สลัดจ์ | bùn thải; bùn hoạt tính | lumpur tinja; lumpur aktif; lumpur limbah | ກາກຕະກອນ?
sewage | sewage; sanitation; septic tank; latrine; toilet | 化粪池; 厕所; 下水道; 生活污水 | ส้วม; บ่อเกรอะ; สุขาภิบาล | bể tự hoại; nhà vệ sinh; bể phốt; nước thải sinh hoạt | sanitasi; tangki septik; jamban | ວິດຖ່າຍ?; ສຸຂາພິບານ | បង្គន់; លូទឹកស្អុយ? | အိမ်သာ; မိလ္လာ
odour | odour; bad smell; malodour; malodor | 恶臭; 臭味; 异味; 除臭 | กลิ่นเหม็น; กลิ่นรบกวน; ดับกลิ่น | mùi hôi; mùi hôi thối; khử mùi | bau; bau busuk | ກິ່ນເໝັນ? | ក្លិនស្អុយ?; ក្លិនអាក្រក់? | အနံ့ဆိုး?; အနံ့အသက်?
hydrogen-sulphide | hydrogen sulphide; hydrogen sulfide; H2S | 硫化氢 | ไฮโดรเจนซัลไฟด์; ก๊าซไข่เน่า; แก๊สไข่เน่า | khí H2S; hydro sunfua | hidrogen sulfida | ໄຮໂດຣເຈນຊັນໄຟ? | | ဟိုက်ဒရိုဂျင်ဆာလဖိုက်?
sulphate | sulphate; sulfate | 硫酸盐 | ซัลเฟต | sunfat; sulfat | sulfat | ຊັນເຟດ? | ស៊ុលផាត? | ဆာလဖိတ်?
ammonia | ammonia; ammonium | 氨氮; 氨; 铵 | แอมโมเนีย | amoni; amoniac; amonia | amonia; amonium | ອາໂມເນຍ?; ແອມໂມເນຍ? | អាម៉ូញាក់? | အမိုးနီးယား?
arsenic | arsenic | 砷; 除砷; 三价砷 | สารหนู | asen; thạch tín | arsen; arsenik | ສານໜູ? | អាសេនិច?; អាសេនិក? | အာဆင်းနစ်?
heavy-metal | heavy metal | 重金属 | โลหะหนัก | kim loại nặng | logam berat | ໂລຫະໜັກ? | លោហៈធ្ងន់?
microplastic | microplastic | 微塑料 | ไมโครพลาสติก | vi nhựa; hạt vi nhựa | mikroplastik | ໄມໂຄຣພລາສຕິກ? | មីក្រូប្លាស្ទិក? | မိုက်ခရိုပလတ်စတစ်?
pathogen | pathogen; coliform; Escherichia coli | 病原体; 病菌; 大肠杆菌; 病原菌 | เชื้อโรค; เชื้อก่อโรค; อีโคไล | mầm bệnh; vi khuẩn gây bệnh; tác nhân gây bệnh | patogen; kuman | ເຊື້ອພະຍາດ?; ເຊື້ອໂລກ? | មេរោគ | ရောဂါပိုး?
disinfection | disinfection | 消毒; 杀菌 | ฆ่าเชื้อ; ฆ่าเชื้อโรค; ยาฆ่าเชื้อ | khử trùng; khử khuẩn; sát khuẩn; sát trùng | disinfeksi; desinfeksi; disinfektan; desinfektan | ຂ້າເຊື້ອ; ຂ້າເຊື້ອໂລກ?; ຂ້າເຊື້ອພະຍາດ? | សម្លាប់មេរោគ?; រម្ងាប់មេរោគ | ပိုးသန့်စင်?; ရောဂါပိုးသတ်?
chlorine | chlorine; hypochlorite | 氯; 次氯酸钠; 余氯; 漂白粉 | คลอรีน; ไฮโปคลอไรต์ | clo; hypochlorit; clorin | klorin; klorinasi; hipoklorit; kaporit | ຄລໍຣິນ? | ក្លរ; ក្លរីន? | ကလိုရင်း?
ozone | ozone | 臭氧 | โอโซน | ôzôn; ozon | ozon | ໂອໂຊນ? | អូហ្សូន? | အိုဇုန်း?
electrolysis | electrolysis | 电解; 电解水; 电化学 | อิเล็กโทรไลซิส; แยกด้วยไฟฟ้า; ไฟฟ้าเคมี | điện phân; điện hóa | elektrolisis; elektrokimia | | អគ្គិសនីវិភាគ?; អេឡិចត្រូលីស? | လျှပ်စစ်ဓာတ်ခွဲ?
electrolyte | electrolyte | 电解液; 电解质 | อิเล็กโทรไลต์ | chất điện phân; chất điện ly; chất điện giải | elektrolit | ອີເລັກໂຕຣໄລ? | អេឡិចត្រូលីត?
filter | water filter; filter media; filtration; air filter; filter element | 过滤; 过滤器; 滤池 | เครื่องกรอง; ตัวกรอง; ไส้กรอง | bể lọc; máy lọc; thiết bị lọc | filter; filtrasi; penyaring; saringan | ເຄື່ອງກອງ?; ໝໍ້ກອງ? | តម្រង?; តម្រងទឹក? | ရေစစ်?; စစ်ထုတ်?
ceramic-filter < filter | ceramic filter; ceramic water filter; ceramic pot filter; ceramic pot water filter | 陶瓷过滤; 陶瓷滤芯 | เครื่องกรองเซรามิก; ไส้กรองเซรามิก; กรองเซรามิก | lọc gốm; bình lọc gốm | filter keramik; saringan keramik | ໝໍ້ກອງນ້ຳເຊລາມິກ?; ກອງເຊລາມິກ? | តម្រងសេរ៉ាមិច?; តម្រងទឹកសេរ៉ាមិច?; តម្រងទឹកសេរ៉ាមិក? | ကြွေရေစစ်?
adsorbent | adsorbent; sorbent | 吸附; 吸附剂 | ดูดซับ; สารดูดซับ; วัสดุดูดซับ | hấp phụ; vật liệu hấp phụ; chất hấp phụ | adsorben; adsorpsi; penjerap | ດູດຊັບ?; ສານດູດຊັບ? | សារធាតុស្រូប?
activated-carbon < adsorbent | activated carbon; activated charcoal | 活性炭 | ถ่านกัมมันต์; คาร์บอนกัมมันต์ | than hoạt tính | karbon aktif; arang aktif | ຖ່ານກຳມັນ? | ធ្យូងសកម្ម?; កាបូនសកម្ម?
flocculation | flocculation | 混凝; 混凝剂; 絮凝; 絮凝剂 | สารตกตะกอน; สารส้ม | keo tụ; chất keo tụ; tạo bông | flokulasi; flokulan; tawas | ສານສົ້ມ? | សាច់ជូរ? | ကျောက်ချဉ်?
ion-exchange | ion exchange | 离子交换 | แลกเปลี่ยนไอออน | trao đổi ion | penukar ion; pertukaran ion | ແລກປ່ຽນໄອອອນ? | បណ្តូរអ៊ីយ៉ុង?; ប្តូរអ៊ីយ៉ុង?
solid-waste | solid waste; municipal waste; garbage | 垃圾; 固体废物; 固废; 填埋 | ขยะ; ขยะมูลฝอย; มูลฝอย | rác thải; chất thải rắn | sampah; limbah padat | ຂີ້ເຫຍື້ອ | សំរាម?; សំណល់រឹង | အမှိုက်; စွန့်ပစ်အမှိုက်?
water-quality-monitoring | water quality monitoring | 水质监测 | ติดตามคุณภาพน้ำ; ตรวจสอบคุณภาพน้ำ | quan trắc nước; quan trắc chất lượng nước | pemantauan kualitas air | ຕິດຕາມຄຸນນະພາບນ້ຳ? | តាមដានគុណភាពទឹក? | ရေအရည်အသွေးစောင့်ကြည့်?
turbidity < water-quality | turbidity | 浊度 | ความขุ่น | độ đục | kekeruhan | ຄວາມຂຸ່ນ? | ភាពល្អក់? | နောက်ကျိမှု?
saltwater-intrusion | saltwater intrusion; seawater intrusion; saline intrusion | 海水入侵; 咸潮 | น้ำเค็มรุก; น้ำเค็มรุกล้ำ | xâm nhập mặn; hạn mặn | intrusi air laut; intrusi air asin | ນ້ຳເຄັມບຸກລຸກ? | ការជ្រាបចូលទឹកប្រៃ? | ဆားငန်ရေဝင်?
sand-filtration < filter | sand filtration; filtration media; filter cartridge | 砂滤; 滤料; 滤芯 | กรองทราย; ไส้กรองน้ำ; วัสดุกรอง | lọc cát; vật liệu lọc; lõi lọc | filtrasi pasir; media filter | ກອງຊາຍ?; ໄສ້ກອງ? | ចម្រោះខ្សាច់?; ស្នូលចម្រោះ? | သဲစစ်?; ရေစစ်ခေါင်း?
ultrafiltration < membrane | ultrafiltration; nanofiltration; microfiltration | 超滤; 纳滤; 微滤 | อัลตราฟิลเตรชัน; นาโนฟิลเตรชัน | siêu lọc; lọc nano; vi lọc | ultrafiltrasi; nanofiltrasi; mikrofiltrasi | | 
electrodialysis < desalination | electrodialysis; capacitive deionisation; membrane distillation; forward osmosis | 电渗析; 电容去离子; 膜蒸馏; 正渗透 | อิเล็กโทรไดอะลิซิส; กลั่นด้วยเมมเบรน | điện thẩm tách; khử ion điện dung; chưng cất màng | elektrodialisis; distilasi membran | | 
cadmium < heavy-metal | cadmium | 镉污染; 镉 | แคดเมียม | cadimi | kadmium | | 
`)
