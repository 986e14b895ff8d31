import { table } from './table.ts'

export const textiles = table(`
garment | garment; clothing; apparel; garment factory; fashion design; uniform clothing; garment industry | 服装; 成衣; 制衣 | เสื้อผ้าสำเร็จรูป; โรงงานตัดเย็บ; เครื่องนุ่งห่ม | may mặc; quần áo; ngành may | garmen; pakaian jadi; konveksi | ຕັດຫຍິບ?; ເຄື່ອງນຸ່ງຫົ່ມ? | កាត់ដេរ?; រោងចក្រកាត់ដេរ? | အထည်ချုပ်?; အဝတ်အထည်?
yarn | yarn; spinning mill; spinning machine; thread spinning; textile fibre; filament yarn; staple fibre; rayon | 纱线; 纺纱; 锦纶; 粘胶 | เส้นด้าย; ปั่นด้าย; เรยอน | sợi dệt; kéo sợi; nylon; xơ sợi | benang; pemintalan; rayon; serat poliester | ເສັ້ນດ້າຍ?; ປັ່ນຝ້າຍ? | អំបោះ?; រវៃអំបោះ? | ချည်?; ချည်ငင်?
loom | weaving loom; handloom; power loom; handwoven; hand weaving; backstrap loom; handwoven fabric; songket | 织布机; 手工织布 | กี่ทอผ้า; ผ้าทอมือ; บาติก | khung cửi; dệt thủ công; thổ cẩm | alat tenun; tenun tangan; songket | ກີ່ຕ່ຳຫູກ?; ຜ້າຕ່ຳມື? | កីតម្បាញ?; ផាមួង?; សារុង? | ရက်ကန်း?; ရက်ကန်းစင်?; ချိတ်?
nonwoven | nonwoven; technical textile; functional textile; smart textile; filter fabric; industrial fabric; nonwoven fabric; electronic textile; e-textile; antibacterial textile; coated fabric | 无纺布; 产业用纺织品; 智能纺织; 功能性纺织; 非织造 | ผ้าไม่ทอ; สิ่งทอเทคนิค; สิ่งทออัจฉริยะ; สปันบอนด์ | vải không dệt; dệt kỹ thuật; vải thông minh; vải kỹ thuật | nirtenun; tekstil teknis; tekstil cerdas; kain nirtenun | ຜ້າບໍ່ຕ່ຳ? | ក្រណាត់មិនត្បាញ? | မယက်ထည်?
carpet | carpet; rug weaving; curtain fabric; tent fabric | 地毯 | พรม | thảm trải | karpet | ພົມ? | ព្រំ? | ကော်ဇော?
`)
