import { table } from './table.ts'

export const technique = table(`
sensor | sensor; transducer; sensing element | 传感器; 传感; 探头 | เซ็นเซอร์; เซนเซอร์; หัววัด | cảm biến; đầu dò | sensor | ເຊັນເຊີ | ឧបករណ៍ចាប់សញ្ញា; សិនស័រ; សេនស័រ | အာရုံခံ; အာရုံခံကိရိယာ
biosensor < sensor | biosensor | 生物传感器 | ไบโอเซนเซอร์; ไบโอเซ็นเซอร์ | cảm biến sinh học | biosensor | ໄບໂອເຊັນເຊີ |  | ဇီဝအာရုံခံ
internet-of-things | Internet of Things; IoT | 物联网 | อินเทอร์เน็ตของสรรพสิ่ง; อินเตอร์เน็ตของสรรพสิ่ง; ไอโอที | internet vạn vật; vạn vật kết nối | internet untuk segala | ອິນເຕີເນັດຂອງສັບພະສິ່ງ; ໄອໂອທີ | អ៊ីនធឺណិតនៃវត្ថុ | အရာဝတ္ထုအင်တာနက်
remote-monitoring | remote monitoring; online monitoring; real-time monitoring; telemetry | 远程监测; 远程监控; 在线监测; 实时监测 | ติดตามระยะไกล; ตรวจวัดระยะไกล; เฝ้าระวังทางไกล | giám sát từ xa; theo dõi từ xa; quan trắc trực tuyến | pemantauan jarak jauh; pemantauan daring; telemetri | ຕິດຕາມທາງໄກ; ຕິດຕາມໄລຍະໄກ | តាមដានពីចម្ងាយ; ត្រួតពិនិត្យពីចម្ងាយ | အဝေးမှစောင့်ကြည့်
wireless | wireless; LoRa; Bluetooth | 无线; 无线通信; 蓝牙 | ไร้สาย; บลูทูธ | không dây | nirkabel | ໄຮ້ສາຍ | ឥតខ្សែ | ကြိုးမဲ့
drone | drone; unmanned aerial vehicle; UAV | 无人机 | โดรน; อากาศยานไร้คนขับ | máy bay không người lái; thiết bị bay không người lái; drone | drone; pesawat nirawak; pesawat tanpa awak | ໂດຣນ | ដ្រូន | ဒရုန်း; မောင်းသူမဲ့လေယာဉ်
satellite | satellite | 卫星 | ดาวเทียม | vệ tinh | satelit | ດາວທຽມ | ផ្កាយរណប | ဂြိုဟ်တု
remote-sensing | remote sensing; satellite imagery; satellite image; earth observation | 遥感; 卫星影像; 卫星图像 | การสำรวจระยะไกล; รีโมตเซนซิง; ภาพถ่ายดาวเทียม | viễn thám; ảnh vệ tinh | penginderaan jauh; inderaja; citra satelit | ພາບຖ່າຍດາວທຽມ; ສຳຫຼວດໄລຍະໄກ | រូបភាពផ្កាយរណប | ဂြိုဟ်တုဓာတ်ပုံ
gis | geographic information system; GIS; geospatial | 地理信息 | ภูมิสารสนเทศ; สารสนเทศภูมิศาสตร์ | thông tin địa lý; hệ thống thông tin địa lý | informasi geografis; geospasial; SIG | ຂໍ້ມູນພູມິສາດ | ព័ត៌មានភូមិសាស្ត្រ | ပထဝီဝင်သတင်းအချက်အလက်
artificial-intelligence | artificial intelligence; AI | 人工智能 | ปัญญาประดิษฐ์; เอไอ | trí tuệ nhân tạo | kecerdasan buatan; kecerdasan artifisial | ປັນຍາປະດິດ | បញ្ញាសិប្បនិម្មិត | ဉာဏ်ရည်တု
machine-learning < artificial-intelligence | machine learning; deep learning; neural network | 机器学习; 深度学习; 神经网络 | การเรียนรู้ของเครื่อง; การเรียนรู้เชิงลึก; โครงข่ายประสาทเทียม | học máy; học sâu; mạng nơ-ron; mạng thần kinh | pembelajaran mesin; jaringan saraf tiruan | ການຮຽນຮູ້ຂອງເຄື່ອງ; ຮຽນຮູ້ຂອງເຄື່ອງຈັກ | ការរៀនរបស់ម៉ាស៊ីន | စက်သင်ယူ
machine-vision | machine vision; computer vision; image recognition | 机器视觉; 图像识别; 图像处理; 计算机视觉 | ประมวลผลภาพ; การประมวลผลภาพ; วิเคราะห์ภาพ; คอมพิวเตอร์วิทัศน์ | thị giác máy tính; thị giác máy; nhận dạng hình ảnh; xử lý ảnh | visi komputer; visi mesin; pengenalan citra; pengolahan citra | ປະມວນຜົນພາບ; ວິເຄາະພາບ | សម្គាល់រូបភាព | ရုပ်ပုံခွဲခြား
big-data | big data; data analytics | 大数据; 数据分析 | บิ๊กดาต้า; ข้อมูลขนาดใหญ่; วิเคราะห์ข้อมูล | dữ liệu lớn; phân tích dữ liệu | mahadata; analisis data | ຂໍ້ມູນຂະໜາດໃຫຍ່ | ទិន្នន័យធំ; វិភាគទិន្នន័យ
mobile-app | mobile app; mobile application; smartphone; smartphone app | 手机应用; 手机软件; 智能手机; 小程序 | แอปพลิเคชัน; แอปมือถือ; สมาร์ตโฟน; สมาร์ทโฟน | ứng dụng di động; điện thoại thông minh | aplikasi seluler; aplikasi ponsel; ponsel pintar; telepon pintar | ແອັບພລິເຄຊັນ; ໂທລະສັບສະຫຼາດ; ສະມາດໂຟນ | កម្មវិធីទូរស័ព្ទ; ទូរស័ព្ទឆ្លាតវៃ; ស្មាតហ្វូន | မိုဘိုင်းအက်ပ်; စမတ်ဖုန်း
robot | robot | 机器人; 机械臂 | หุ่นยนต์; แขนกล | robot; rô-bốt; người máy | robot; robotika | ຫຸ່ນຍົນ | មនុស្សយន្ត; រ៉ូបូត | စက်ရုပ်
early-warning | early warning; warning system | 预警; 早期预警 | เตือนภัย; เตือนภัยล่วงหน้า; แจ้งเตือนล่วงหน้า | cảnh báo sớm | peringatan dini | ເຕືອນໄພ; ເຕືອນໄພລ່ວງໜ້າ | ព្រមានជាមុន; ប្រកាសអាសន្ន | ကြိုတင်သတိပေး
forecast | forecast; prediction | 预测; 预报 | พยากรณ์; คาดการณ์ | dự báo; dự đoán | prakiraan; peramalan; prediksi | ພະຍາກອນ; ຄາດຄະເນ | ព្យាករណ៍; ព្យាករ | ခန့်မှန်း; ကြိုတင်ခန့်မှန်း
weather | weather; meteorology | 气象; 天气 | สภาพอากาศ; อุตุนิยมวิทยา | thời tiết; khí tượng | cuaca; meteorologi | ສະພາບອາກາດ; ອຸຕຸນິຍົມ | ឧតុនិយម; អាកាសធាតុ | မိုးလေဝသ; ရာသီဥတု
climate-change | climate change; global warming | 气候变化; 全球变暖 | โลกร้อน; การเปลี่ยนแปลงสภาพภูมิอากาศ; การเปลี่ยนแปลงภูมิอากาศ | biến đổi khí hậu; nóng lên toàn cầu | perubahan iklim; pemanasan global | ການປ່ຽນແປງດິນຟ້າອາກາດ | ការប្រែប្រួលអាកាសធាតុ; បម្រែបម្រួលអាកាសធាតុ | ရာသီဥတုပြောင်းလဲ
blockchain | blockchain; distributed ledger | 区块链 | บล็อกเชน | chuỗi khối; blockchain | blockchain; rantai blok | ບລັອກເຊນ | ប្លុកឆេន | ဘလော့ခ်ချိန်း
traceability | traceability | 追溯; 可追溯; 溯源 | ตรวจสอบย้อนกลับ; สืบย้อนกลับ | truy xuất nguồn gốc; truy xuất | ketertelusuran; telusur | ກວດສອບຍ້ອນຫຼັງ; ກວດສອບຍ້ອນກັບ | តាមដានប្រភព | ခြေရာခံ
e-commerce | e-commerce; ecommerce; online marketplace; online shop | 电商; 电子商务 | อีคอมเมิร์ซ; พาณิชย์อิเล็กทรอนิกส์ | thương mại điện tử | e-commerce; perdagangan elektronik; lokapasar | ການຄ້າທາງເອເລັກໂຕຣນິກ | ពាណិជ្ជកម្មអេឡិចត្រូនិក | အွန်လိုင်းဈေး
training | training course; capacity building; training programme; vocational training; staff training; training program; workforce training | 培训 | อบรม; ฝึกอบรม | đào tạo; tập huấn | pelatihan | ຝຶກອົບຮົມ | បណ្តុះបណ្តាល; បណ្ដុះបណ្ដាល | သင်တန်း
3d-printing | 3D printing; additive manufacturing | 3D打印; 三维打印; 增材制造 | พิมพ์สามมิติ; เครื่องพิมพ์สามมิติ; พิมพ์ 3 มิติ | in 3D; máy in 3D | cetak 3D; pencetakan 3D; pencetak 3D; manufaktur aditif | ພິມ 3 ມິຕິ; ພິມສາມມິຕິ | បោះពុម្ព 3D; បោះពុម្ពបីវិមាត្រ | သုံးဖက်မြင်ပုံနှိပ်; 3D ပုံနှိပ်
composite-material | composite material; fibre-reinforced; carbon fibre | 复合材料; 碳纤维; 玻璃钢 | คอมโพสิต; วัสดุคอมโพสิต; คาร์บอนไฟเบอร์ | composite; vật liệu composite; sợi carbon | komposit; material komposit; serat karbon | ວັດສະດຸປະສົມ; ຄອມໂພສິດ |  | ပေါင်းစပ်ပစ္စည်း
nanomaterial | nanomaterial; nanoparticle; nanotechnology; nanostructure; nanocrystal | 纳米; 纳米材料 | นาโน; วัสดุนาโน; อนุภาคนาโน; นาโนเทคโนโลยี | nano; vật liệu nano; hạt nano | nano; nanomaterial; nanopartikel; nanoteknologi | ນາໂນ | ណាណូ | နာနို
catalyst | catalyst; catalytic; catalysis | 催化; 催化剂 | ตัวเร่งปฏิกิริยา | xúc tác; chất xúc tác | katalis; katalisator | ຕົວເລັ່ງປະຕິກິລິຍາ | កាតាលីករ | ဓာတ်ကူပစ္စည်း
enzyme | enzyme; enzymatic | 酶; 酶制剂 | เอนไซม์ | enzym; enzyme | enzim | ເອນໄຊ; ເອັນໄຊ | អង់ស៊ីម | အင်ဇိုင်း
microorganism | microorganism; microbe; bacterium; microbial | 微生物; 细菌; 菌种; 菌剂 | จุลินทรีย์; แบคทีเรีย | vi sinh; vi sinh vật; vi khuẩn | mikroorganisme; mikroba; bakteri | ຈຸລິນຊີ; ແບັກທີເຣຍ | អតិសុខុមប្រាណ; មីក្រុប; បាក់តេរី | အဏုဇီဝ; ဘက်တီးရီးယား
virus | virus; viral infection | 病毒 | ไวรัส | vi-rút; virus | virus | ໄວຣັສ; ໄວຣັດ | វីរុស | ဗိုင်းရပ်စ်; ဗိုင်းရပ်
gene | gene; genetic; genome; DNA; genomic | 基因; 基因组; 遗传 | พันธุกรรม; ยีน; จีโนม; ดีเอ็นเอ | di truyền; gen; bộ gen | gen; genetik; genom | ພັນທຸກຳ; ດີເອັນເອ | ហ្សែន; ឌីអិនអេ | ဗီဇ; မျိုးရိုးဗီဇ; ဒီအန်အေ
extraction | solvent extraction; supercritical extraction; extraction process; plant extract; liquid-liquid extraction | 萃取; 提取; 提取物; 超临界 | สกัด; สารสกัด; การสกัด | chiết xuất; trích ly; chiết tách | ekstraksi; ekstrak | ສະກັດ; ສານສະກັດ | ចម្រាញ់; ចំរាញ់
distillation | distillation | 蒸馏 | การกลั่น; เครื่องกลั่น; กลั่นด้วยไอน้ำ | chưng cất | distilasi; destilasi; penyulingan | ຕົ້ມກັ່ນ; ການກັ່ນ |  | ပေါင်းခံ
chromatography | chromatography; chromatograph | 色谱; 层析 | โครมาโทกราฟี; โครมาโตกราฟี | sắc ký | kromatografi | ໂຄຣມາໂຕກຣາຟີ | ក្រូម៉ាតូក្រាហ្វី
spectroscopy | spectroscopy; spectrometer; spectrometry; spectroscopic | 光谱; 高光谱 | สเปกโทรสโกปี; สเปกโตรสโกปี; สเปกตรัม | quang phổ; phổ cận hồng ngoại | spektroskopi; spektrometer |  | វិសាលគម | ရောင်စဉ်တန်း
infrared | infrared; near infrared; NIR | 红外; 近红外; 红外线 | อินฟราเรด; อินฟราเรดย่านใกล้ | hồng ngoại; cận hồng ngoại; hồng ngoại gần | inframerah; inframerah dekat | ອິນຟາເຣດ; ອິນຟຣາເຣດ | អ៊ីនហ្វ្រារ៉េដ; អាំងហ្វ្រារ៉ូស | အနီအောက်ရောင်ခြည်
laser | laser | 激光 | เลเซอร์ | laser; tia laser; la-de | laser | ເລເຊີ | ឡាស៊ែរ | လေဆာ
microwave | microwave | 微波 | ไมโครเวฟ | vi sóng | gelombang mikro; mikrowave | ໄມໂຄຣເວບ; ໄມໂຄເວບ; ໄມໂຄເວຟ | មីក្រូវ៉េវ | မိုက်ခရိုဝေ့
ultraviolet | ultraviolet; UV | 紫外; 紫外线 | อัลตราไวโอเลต; ยูวี; รังสียูวี | cực tím; tia cực tím; tử ngoại; tia tử ngoại | ultraviolet; ultraungu; sinar UV | ແສງຢູວີ; ອັນຕຣາໄວໂອເລັດ | កាំរស្មីយូវី; អ៊ុលត្រាវីយូឡេ | ခရမ်းလွန်; ခရမ်းလွန်ရောင်ခြည်
heat-exchanger | heat exchanger; heat recovery | 换热; 换热器; 热交换; 余热 | แลกเปลี่ยนความร้อน; เครื่องแลกเปลี่ยนความร้อน | trao đổi nhiệt; bộ trao đổi nhiệt; thu hồi nhiệt | penukar panas; penukar kalor | ແລກປ່ຽນຄວາມຮ້ອນ | ប្តូរកម្តៅ; ផ្លាស់ប្តូរកម្តៅ | အပူလဲလှယ်
compressor | compressor | 压缩机 | คอมเพรสเซอร์; เครื่องอัดอากาศ | máy nén; máy nén khí | kompresor | ເຄື່ອງອັດອາກາດ; ຄອມເພຣສເຊີ | ម៉ាស៊ីនបង្ហាប់ | ကွန်ပရက်ဆာ
pump | pump | 水泵; 泵 | ปั๊ม; ปั๊มน้ำ; เครื่องสูบน้ำ; สูบน้ำ | bơm; máy bơm; bơm nước | pompa; pompa air | ສູບນ້ຳ; ຈັກສູບນ້ຳ; ເຄື່ອງສູບນ້ຳ; ປັ໊ມນ້ຳ | បូមទឹក; ម៉ាស៊ីនបូមទឹក; ស្នប់ទឹក | ရေတင်စက်; ရေစုပ်စက်
electric-motor | electric motor; permanent magnet motor; motor drive | 电动机; 马达; 永磁电机; 永磁同步 | มอเตอร์; มอเตอร์ไฟฟ้า | động cơ điện; mô tơ | motor listrik | ມໍເຕີ; ມໍເຕີໄຟຟ້າ | ម៉ូទ័រ; ម៉ូទ័រអគ្គិសនី | မော်တာ
semiconductor | semiconductor; microchip | 半导体; 芯片 | สารกึ่งตัวนำ; เซมิคอนดักเตอร์ | bán dẫn; vi mạch | semikonduktor | ເຊມິຄອນດັກເຕີ |  | ဆီမီးကွန်ဒတ်တာ
coating | coating | 涂层; 涂料; 镀层 | สารเคลือบ; เคลือบผิว; การเคลือบ; วัสดุเคลือบ | lớp phủ; sơn phủ; màng phủ | pelapis; pelapisan; lapisan pelindung | ສານເຄືອບ; ເຄືອບຜິວ |  | အပေါ်ယံလွှာ
corrosion | corrosion; anticorrosion; rust prevention | 腐蚀; 防锈; 耐腐蚀 | กัดกร่อน; การกัดกร่อน | ăn mòn; chống ăn mòn | korosi | ກັດກ່ອນ | ច្រេះ; ការច្រេះ | သံချေးတက်
plastic | plastic; plastics | 塑料; 聚合物; 高分子 | พลาสติก; พอลิเมอร์ | nhựa; chất dẻo; polyme; polymer | plastik; polimer | ພລາສຕິກ; ພາດສະຕິກ | ប្លាស្ទិក; ផ្លាស្ទិក | ပလတ်စတစ်; ပလပ်စတစ်
bioplastic < plastic | bioplastic; biodegradable plastic; biodegradable packaging | 生物塑料; 降解塑料; 可降解塑料; 生物降解 | พลาสติกชีวภาพ; ไบโอพลาสติก; ย่อยสลายทางชีวภาพ | nhựa sinh học; phân hủy sinh học; nhựa phân hủy sinh học | bioplastik; plastik biodegradabel; biodegradabel | ພລາສຕິກຊີວະພາບ |  | ဇီဝပလတ်စတစ်
recycling | recycling; waste recovery | 回收; 再生利用; 资源化; 循环利用 | รีไซเคิล; นำกลับมาใช้ใหม่ | tái chế; tái sử dụng | daur ulang; pendauran ulang | ລີໄຊເຄິນ; ນຳກັບມາໃຊ້ໃໝ່ | កែច្នៃឡើងវិញ; ប្រើឡើងវិញ | ပြန်လည်အသုံးပြု
circular-economy | circular economy; zero waste | 循环经济 | เศรษฐกิจหมุนเวียน; ขยะเหลือศูนย์ | kinh tế tuần hoàn | ekonomi sirkular; ekonomi sirkuler | ເສດຖະກິດໝູນວຽນ | សេដ្ឋកិច្ចចក្រា | စက်ဝိုင်းစီးပွားရေး
emission-reduction | emission reduction; carbon emission; greenhouse gas; decarbonisation | 减排; 碳排放; 温室气体; 低碳 | ก๊าซเรือนกระจก; ลดการปล่อยคาร์บอน; คาร์บอนต่ำ | khí nhà kính; giảm phát thải; phát thải carbon; các-bon thấp | gas rumah kaca; emisi karbon; penurunan emisi; rendah karbon | ອາຍພິດເຮືອນແກ້ວ; ກາສເຮືອນແກ້ວ | ឧស្ម័នផ្ទះកញ្ចក់; បំភាយកាបូន | ဖန်လုံအိမ်ဓာတ်ငွေ့; ကာဗွန်ထုတ်လွှတ်
carbon-credit < emission-reduction | carbon credit; carbon footprint; carbon market | 碳汇; 碳交易; 碳足迹; 碳中和 | คาร์บอนเครดิต; คาร์บอนฟุตพริ้นท์; คาร์บอนฟุตพรินต์ | tín chỉ carbon; tín chỉ các-bon; dấu chân carbon | kredit karbon; jejak karbon; pasar karbon | ຄາບອນເຄຣດິດ; ກາກບອນເຄຣດິດ | ឥណទានកាបូន | ကာဗွန်ခရက်ဒစ်
cement | cement | 水泥; 混凝土 | ปูนซีเมนต์; ซีเมนต์; คอนกรีต | xi măng; bê tông | semen; beton | ຊີມັງ; ຄອນກຣີດ | ស៊ីម៉ងត៍; បេតុង | ဘိလပ်မြေ; ကွန်ကရစ်
textile | textile; woven fabric; weaving; knitted fabric; fabrics | 纺织; 织物; 面料 | สิ่งทอ; ทอผ้า | dệt may; dệt nhuộm; hàng dệt | tekstil; tenun; kain | ຕ່ຳແຜ່ນ; ສິ່ງທໍ | វាយនភណ្ឌ; តម្បាញ | အထည်အလိပ်; ချည်မျှင်
`)
