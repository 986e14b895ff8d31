import type { Organisation } from '@techbridge/contracts'

const facts = {
  'yunlu-agricultural-university': {
    name: 'Yunlu Agricultural University (云麓农业大学)',
    country: 'CN',
    kind: 'university',
  },
  'tingshan-university-of-technology': {
    name: 'Tingshan University of Technology (汀山理工大学)',
    country: 'CN',
    kind: 'university',
  },
  'beilu-medical-university': { name: 'Beilu Medical University (北麓医科大学)', country: 'CN', kind: 'university' },
  'haichuan-water-institute': {
    name: 'Haichuan Institute of Water Science (海川水科学研究所)',
    country: 'CN',
    kind: 'researchInstitute',
  },
  'qiongwan-energy-institute': {
    name: 'Qiongwan Institute of New Energy (琼湾新能源研究院)',
    country: 'CN',
    kind: 'researchInstitute',
  },
  'suiyun-diagnostics': { name: 'Suiyun Diagnostics (穗云诊断)', country: 'CN', kind: 'sme50to249' },
  'xunfeng-pumps': { name: 'Xunfeng Pumps (巽风泵业)', country: 'CN', kind: 'large' },
  'shuanghe-cold-chain': { name: 'Shuanghe Cold Chain Equipment (霜禾冷链装备)', country: 'CN', kind: 'sme50to249' },

  'si-wang-thong-university': {
    name: 'Si Wang Thong University (มหาวิทยาลัยศรีวังทอง)',
    country: 'TH',
    kind: 'university',
  },
  'thara-nam-sai': { name: 'Thara Nam Sai Engineering (บริษัท ธาราน้ำใส วิศวกรรม)', country: 'TH', kind: 'sme11to49' },
  'suan-yang-phum-cooperative': {
    name: 'Suan Yang Phum Rubber Co-operative (สหกรณ์สวนยางภูมิ)',
    country: 'TH',
    kind: 'other',
  },
  'chanthaphum-durian-cooperative': {
    name: 'Chanthaphum Durian Growers’ Co-operative (สหกรณ์ชาวสวนทุเรียนจันทภูมิ)',
    country: 'TH',
    kind: 'other',
  },
  'phrai-thong-hospital-network': {
    name: 'Phrai Thong Hospital Network (เครือข่ายโรงพยาบาลไพรทอง)',
    country: 'TH',
    kind: 'agency',
  },

  'cua-song-aquaculture-institute': {
    name: 'Cửa Sông Institute of Aquaculture Technology (Viện Công nghệ Thủy sản Cửa Sông)',
    country: 'VN',
    kind: 'researchInstitute',
  },
  'song-ha-university': {
    name: 'Sông Hạ University (Trường Đại học Sông Hạ)',
    country: 'VN',
    kind: 'university',
  },
  'phu-sa-shrimp': {
    name: 'Phù Sa Shrimp Joint Stock Company (Công ty Cổ phần Tôm Phù Sa)',
    country: 'VN',
    kind: 'large',
  },
  'dong-mai-water-centre': {
    name: 'Đồng Mai Rural Water Centre (Trung tâm Nước nông thôn Đồng Mai)',
    country: 'VN',
    kind: 'agency',
  },
  'hon-ngoc-power': {
    name: 'Hòn Ngọc Island Power Company (Công ty Điện lực đảo Hòn Ngọc)',
    country: 'VN',
    kind: 'sme50to249',
  },

  'cu-lao-mia-cooperative': {
    name: 'Cù Lao Mía Fruit Growers’ Co-operative (Hợp tác xã Trái cây Cù Lao Mía)',
    country: 'VN',
    kind: 'other',
  },
  'nhua-trang-rubber': {
    name: 'Nhựa Trắng Rubber Processing (Công ty Chế biến Cao su Nhựa Trắng)',
    country: 'VN',
    kind: 'sme50to249',
  },

  'cakrawala-bahari-institute': {
    name: 'Cakrawala Bahari Institute of Technology (Institut Teknologi Cakrawala Bahari)',
    country: 'ID',
    kind: 'university',
  },
  'sawit-teratai-makmur': { name: 'PT Sawit Teratai Makmur', country: 'ID', kind: 'large' },
  'teluk-mutiara-fishers': {
    name: 'Teluk Mutiara Fishers’ Co-operative (Koperasi Nelayan Teluk Mutiara)',
    country: 'ID',
    kind: 'other',
  },
  'sinar-laut-health-office': {
    name: 'Sinar Laut District Health Office (Dinas Kesehatan Kabupaten Sinar Laut)',
    country: 'ID',
    kind: 'agency',
  },

  'tonle-meas-rice-cooperative': {
    name: 'Tonle Meas Rice Farmers’ Co-operative (សហករណ៍កសិករស្រូវទន្លេមាស)',
    country: 'KH',
    kind: 'other',
  },
  'kravanh-thmey-mills': { name: 'Kravanh Thmey Rice Mills (រោងម៉ាស៊ីនស្រូវក្រវាញថ្មី)', country: 'KH', kind: 'sme11to49' },
  'damlong-meas-growers': { name: 'Damlong Meas Cassava Growers (សហគមន៍អ្នកដាំដំឡូងមាស)', country: 'KH', kind: 'other' },
  'rumdul-clinics': { name: 'Rumdul Community Clinics (គ្លីនិកសហគមន៍រំដួល)', country: 'KH', kind: 'sme50to249' },
  'prek-sovann-ceramics': { name: 'Prek Sovann Water Filters (តម្រងទឹកព្រែកសុវណ្ណ)', country: 'KH', kind: 'sme1to10' },

  'nam-khao-electrification-office': {
    name: 'Nam Khao Rural Electrification Office (ຫ້ອງການໄຟຟ້າຊົນນະບົດນ້ຳຂາວ)',
    country: 'LA',
    kind: 'agency',
  },
  'phou-dok-coffee-growers': {
    name: 'Phou Dok Coffee Growers’ Association (ສະມາຄົມຜູ້ປູກກາເຟພູດອກ)',
    country: 'LA',
    kind: 'other',
  },
  'phou-dok-college': { name: 'Phou Dok Technical College (ວິທະຍາໄລເຕັກນິກພູດອກ)', country: 'LA', kind: 'university' },

  'saen-phou-health-volunteers': {
    name: 'Saen Phou Health Volunteers Office (ຫ້ອງການອາສາສະໝັກສາທາລະນະສຸກແສນພູ)',
    country: 'LA',
    kind: 'agency',
  },

  'shwe-myay-farmers': {
    name: 'Shwe Myay Dry Zone Farmers’ Group (ရွှေမြေ အပူပိုင်းဒေသ တောင်သူအစုအဖွဲ့)',
    country: 'MM',
    kind: 'other',
  },
  'ayar-thit-energy': { name: 'Ayar Thit Energy (ဧရာသစ် စွမ်းအင်)', country: 'MM', kind: 'sme11to49' },
  'hnin-si-health-foundation': {
    name: 'Hnin Si Health Foundation (နှင်းဆီ ကျန်းမာရေး ဖောင်ဒေးရှင်း)',
    country: 'MM',
    kind: 'agency',
  },
} as const satisfies Record<string, Omit<Organisation, 'id'>>

export type OrganisationId = keyof typeof facts

/** The invented organisations of the sample, by id. */
export const organisations = Object.fromEntries(
  Object.entries(facts).map(([id, fact]) => [id, { id, ...fact }]),
) as Record<OrganisationId, Organisation>
