import { table } from './table.ts'

export const aquaculture = table(`
aquaculture | aquaculture; fish farm; mariculture | 水产养殖; 养鱼; 水产 | เพาะเลี้ยงสัตว์น้ำ; การเพาะเลี้ยงสัตว์น้ำ; เลี้ยงปลา | nuôi trồng thủy sản; nuôi thủy sản; nuôi cá; thủy sản | akuakultur; budidaya perairan; budidaya ikan; budi daya ikan | ລ້ຽງປາ; ລ້ຽງສັດນ້ຳ; ການລ້ຽງສັດນ້ຳ | វារីវប្បកម្ម; ចិញ្ចឹមត្រី | ငါးမွေးမြူရေး; ရေသတ္တဝါမွေးမြူရေး
shrimp | shrimp; prawn; vannamei | 虾; 对虾; 养虾; 南美白对虾 | กุ้ง; กุ้งขาว; เลี้ยงกุ้ง | tôm; nuôi tôm; tôm thẻ chân trắng; tôm sú | udang; udang vaname; tambak udang | ກຸ້ງ; ລ້ຽງກຸ້ງ | បង្គា; បង្កង; ចិញ្ចឹមបង្គា | ပုစွန်; ပုစွန်မွေးမြူရေး
fish | fish; fingerling; fish fry | 鱼; 鱼类; 鱼苗 | ปลา; พันธุ์ปลา; ลูกปลา | con cá; cá giống; cá nước ngọt; cá biển | ikan; benih ikan; ikan air tawar | ປາ; ພັນປາ; ລູກປາ | ត្រី; កូនត្រី; ពូជត្រី | ငါးသားပေါက်; ငါးမျိုးစိတ်
tilapia < fish | tilapia | 罗非鱼 | ปลานิล; ปลาทับทิม | cá rô phi; cá điêu hồng | nila; ikan nila; mujair | ປານິນ | ត្រីទីឡាព្យា; ទីឡាព្យា | တီလားဗီးယား; တီလာပီးယား
catfish < fish | catfish; pangasius | 鲶鱼; 鲇鱼; 巴沙鱼 | ปลาดุก; ปลาสวาย | cá tra; cá trê; cá da trơn; cá basa | lele; ikan lele; ikan patin; patin | ປາດຸກ | ត្រីអណ្តែង; ត្រីអណ្ដែង; ត្រីប្រា | ငါးခူ
pond | pond; fish pond; shrimp pond; pond water | 池塘; 鱼塘; 虾塘 | บ่อปลา; บ่อกุ้ง; บ่อเลี้ยง; สระน้ำ | ao nuôi; ao cá; ao tôm; đầm tôm | kolam; kolam ikan; tambak | ໜອງປາ; ໜອງລ້ຽງປາ; ບໍ່ປາ | ស្រះ; ស្រះត្រី; ស្រះចិញ្ចឹមត្រី | ငါးကန်; ပုစွန်ကန်; မွေးမြူရေးကန်
aeration < aquaculture | aerator; paddlewheel; dissolved oxygen | 增氧; 增氧机; 溶解氧; 曝气 | เติมอากาศ; เครื่องเติมอากาศ; เครื่องตีน้ำ; ออกซิเจนละลายน้ำ | sục khí; quạt nước; oxy hòa tan; máy sục khí | aerator; aerasi; kincir air tambak; oksigen terlarut | ເຕີມອາກາດ; ເຄື່ອງຕີນ້ຳ | អុកស៊ីសែនរលាយ; ម៉ាស៊ីនបញ្ចូលខ្យល់ | ပျော်ဝင်အောက်ဆီဂျင်
fish-feed < aquaculture | fish feed; shrimp feed; aquafeed; aquaculture feed | 鱼饲料; 水产饲料; 虾饲料 | อาหารปลา; อาหารกุ้ง; อาหารสัตว์น้ำ | thức ăn cho cá; thức ăn thủy sản; thức ăn tôm; thức ăn cho tôm | pakan ikan; pakan udang | ອາຫານປາ; ອາຫານກຸ້ງ | ចំណីត្រី; ចំណីបង្គា | ငါးစာ; ငါးအစာ; ပုစွန်စာ
fish-meal < fish-feed | fish meal; fishmeal | 鱼粉 | ปลาป่น | bột cá | tepung ikan | ປາປົ່ນ | ម្សៅត្រី | ငါးမှုန့်
seaweed | seaweed; kelp; carrageenan | 海藻; 海带; 紫菜 | สาหร่ายทะเล | rong biển; tảo biển | rumput laut; karagenan | ສາຫຼ່າຍທະເລ | សារាយសមុទ្រ | ပင်လယ်ရေညှိ; ရေညှိ
shellfish | shellfish; mollusc; mollusk; bivalve | 贝类; 牡蛎; 贻贝 | หอยนางรม; หอยแมลงภู่; หอยทะเล | nhuyễn thể; con hàu; nuôi hàu; vẹm | kerang; tiram | ຫອຍນາງລົມ | គ្រុំ; ងាវ; ខ្យងសមុទ្រ | ကမာကောင်; ခရုကမာ
crab | crab; mud crab | 螃蟹; 蟹; 青蟹 | ปูม้า; ปูทะเล; ปูนิ่ม | con cua; cua biển; nuôi cua; ghẹ | kepiting; rajungan | ກະປູ | ក្តាម; ក្ដាម | ဂဏန်း
fish-disease < aquaculture | fish disease; shrimp disease; white spot disease | 鱼病; 虾病; 白斑病 | โรคปลา; โรคกุ้ง; โรคจุดขาว; โรคสัตว์น้ำ | bệnh tôm; bệnh cá; bệnh đốm trắng; bệnh thủy sản | penyakit ikan; penyakit udang | ພະຍາດປາ | ជំងឺត្រី; ជំងឺបង្គា | ငါးရောဂါ; ပုစွန်ရောဂါ
hatchery < aquaculture | hatchery; broodstock | 孵化场; 亲鱼; 苗种场 | โรงเพาะฟัก; พ่อแม่พันธุ์ปลา; พ่อแม่พันธุ์กุ้ง | trại giống; cá bố mẹ; tôm bố mẹ; ương giống | pembenihan ikan; panti benih; induk ikan | ສະຖານີພັນປາ | ភ្ញាស់កូនត្រី; ស្ថានីយភ្ញាស់ | သားဖောက်စခန်း; ငါးသားဖောက်
fishery | fishery; marine capture; fish stock | 渔业; 捕捞; 捕鱼 | ประมง; การประมง; จับปลา | ngư nghiệp; đánh bắt; đánh bắt hải sản; khai thác thủy sản | perikanan; penangkapan ikan | ປະມົງ; ຫາປາ; ຈັບປາ | ជលផល; នេសាទ | ငါးလုပ်ငန်း; ငါးဖမ်း; ရေလုပ်ငန်း
fishing-boat < fishery | fishing boat; fishing vessel; trawler | 渔船 | เรือประมง; เรือหาปลา | tàu cá; tàu đánh cá; thuyền đánh cá; ghe cá | kapal ikan; perahu nelayan; kapal penangkap ikan; kapal nelayan | ເຮືອຫາປາ; ເຮືອປະມົງ | ទូកនេសាទ; កាណូតនេសាទ; ទូកត្រី | ငါးဖမ်းလှေ; ငါးဖမ်းသင်္ဘော; ငါးဖမ်းစက်လှေ
fisherman < fishery | fisherman; fishermen; fisherfolk | 渔民 | ชาวประมง | ngư dân | nelayan | ຊາວປະມົງ; ຊາວຫາປາ; ຄົນຫາປາ | អ្នកនេសាទ; ប្រជានេសាទ | ငါးဖမ်းသမား; တံငါသည်; ရေလုပ်သား
`)
