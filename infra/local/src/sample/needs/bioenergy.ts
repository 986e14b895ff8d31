import type { SampleNeed } from '../sample.ts'

export const bioenergyNeeds: SampleNeed[] = [
  {
    key: 'mill-effluent-biogas',
    organisation: 'sawit-teratai-makmur',
    content: {
      type: 'TR',
      originalLanguage: 'id',
      texts: {
        id: {
          title: 'Pemanfaatan limbah cair pabrik kelapa sawit (POME) menjadi biogas untuk pembangkit listrik',
          summary:
            'Perusahaan dengan empat pabrik kelapa sawit mencari teknologi digester anaerob yang hemat lahan, tahan kadar minyak tinggi, dilengkapi pembersihan H2S, untuk menggantikan kolam terbuka.',
          description:
            'Kami mengoperasikan empat pabrik kelapa sawit berkapasitas 45 dan 60 ton tandan buah segar per jam. Limbah cair kami sekitar 900 m³ per hari di setiap pabrik dengan COD 45 sampai 60 g/l dan masih diolah di kolam terbuka. Lahan untuk kolam semakin terbatas dan pembeli meminta penurunan emisi metana. Kami mencari reaktor anaerob laju tinggi dengan waktu tinggal kurang dari sepuluh hari, mampu menerima minyak dan padatan, bekerja pada suhu termofilik, dan dapat mulai beroperasi kembali dengan cepat setelah masa panen rendah. Biogas harus bersih dari H2S sampai di bawah 200 ppm agar dapat dipakai mesin gas. Kami menginginkan lisensi proses, gambar teknik, dan pelatihan operator, serta bukti dari instalasi yang sudah berjalan paling sedikit dua tahun.',
          advantages: 'Data limbah lima tahun tersedia; satu pabrik siap sebagai lokasi pertama.',
        },
      },
      keywords: {
        market: ['pabrik kelapa sawit', 'listrik'],
        technology: ['POME', 'biogas', 'reaktor anaerob', 'H2S'],
      },
      sector: 'D',
      ipc: ['C02F3/28', 'C12M1/107'],
      sdgs: [7, 12, 13],
      dealTypes: ['nonExclusiveLicence', 'knowHow'],
      territories: ['ID'],
      partnerKinds: ['researchInstitute', 'university', 'large'],
      minimumTrl: 8,
      budget: { min: 1_500_000_000_000, max: 6_000_000_000_000, currency: 'IDR' },
      responseDeadline: '2027-04-30',
    },
  },
  {
    key: 'rice-mill-own-power',
    organisation: 'kravanh-thmey-mills',
    content: {
      type: 'TR',
      originalLanguage: 'km',
      texts: {
        km: {
          title: 'ត្រូវការបច្ចេកវិទ្យាផលិតអគ្គិសនីពីអង្កាមសម្រាប់រោងម៉ាស៊ីនស្រូវ',
          summary: 'រោងម៉ាស៊ីនស្រូវចង់ប្រើអង្កាមផលិតអគ្គិសនីដោយខ្លួនឯង ដើម្បីកាត់បន្ថយការចំណាយលើប្រេងម៉ាស៊ូត និងមិនបង្កើតទឹកកខ្វក់។',
          description:
            'រោងម៉ាស៊ីនរបស់យើងកិនស្រូវ ៦០ តោនក្នុងមួយថ្ងៃ ហើយមានអង្កាមប្រហែល ១២ តោន។ យើងចំណាយច្រើនលើប្រេងម៉ាស៊ូត និងអគ្គិសនី។ យើងចង់បានម៉ាស៊ីនបំប្លែងអង្កាមទៅជាឧស្ម័ន ដើម្បីផលិតអគ្គិសនី ១៥០ ទៅ ២០០ គីឡូវ៉ាត់។ ម៉ាស៊ីនចាស់របស់យើងបង្កើតទឹកកខ្វក់មានជ័រ ដូច្នេះយើងត្រូវការបច្ចេកវិទ្យាដែលសម្អាតឧស្ម័នដោយមិនប្រើទឹក។ យើងត្រូវការគំនូរបច្ចេកទេស គ្រឿងបន្លាស់ និងការបណ្តុះបណ្តាលដល់កម្មកររបស់យើង។',
        },
        en: {
          title: 'Power from rice husk for a rice mill',
          summary:
            'A rice mill wants to make its own electricity from husk, to spend less on diesel and without making foul water.',
          description:
            'Our mill handles 60 tonnes of paddy a day and has about 12 tonnes of husk. We spend much on diesel and electricity. We look for a gasifier that turns husk into gas for an engine of 150 to 200 kW. Our old plant makes tarry waste water, so the gas must be cleaned without washing. We want drawings so that a workshop in the province can build parts of it, spare parts for the rest, and training for our workers. The technology should be in use in other mills. We would welcome a visit to such a mill before we decide.',
        },
      },
      keywords: { market: ['rice mill', 'រោងម៉ាស៊ីនស្រូវ'], technology: ['rice husk', 'gasification', 'power generation'] },
      sector: 'D',
      ipc: ['C10J3/20'],
      sdgs: [7, 12],
      dealTypes: ['knowHow', 'nonExclusiveLicence', 'capacityBuilding'],
      territories: ['KH'],
      partnerKinds: ['sme11to49', 'sme50to249', 'university'],
      minimumTrl: 8,
      budget: { min: 5_000_000, max: 18_000_000, currency: 'USD' },
      responseDeadline: '2027-05-31',
    },
  },
  {
    key: 'pump-service-partner',
    organisation: 'xunfeng-pumps',
    content: {
      type: 'BR',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '寻求老挝、柬埔寨本地售后维修与备件仓储合作伙伴',
          summary:
            '水泵企业在两国已有数千台设备运行，现寻求具备机电维修能力的企业或技术学院合作，负责安装验收、保修、备件仓储和用户培训。',
          description:
            '我公司生产的潜水泵、增压泵和变频器近几年在老挝、柬埔寨销售较快，但用户分散，发生故障后往往要等待两三周才能得到零件，影响用户信任。现寻求当地机电维修企业、农机经销商或技术学院建立长期合作：一是承担新机安装验收和首年保修；二是设立备件仓库，由我方寄售铺货，按月结算；三是每年举办用户和电工培训，我方提供教材、教具和讲师；四是反馈故障数据，用于改进产品设计。合作方应有五名以上电工或机修技工，具备基本的电机绕线和机械密封更换能力，能用当地语言和英文或中文沟通。我方提供维修工具、检测台、远程诊断账号，并可安排技术骨干到工厂实习一个月。合作初期签订两年协议，期满后根据服务质量续签，并优先考虑在当地共同设立组装车间。欢迎来信说明现有人员、设备、服务区域和过往业绩。首批计划选定四家，分别覆盖湄公河上游山区、中部平原和大湖周边灌区。我方区域经理每季度到访一次，与合作方共同走访用户，检查备件库存并核对保修记录。',
        },
        en: {
          title: 'Partner sought for after-sales service and spare parts in Laos and Cambodia',
          summary:
            'A maker of pumps with several thousand units in the two countries looks for a firm or technical college that can install, repair, keep spare parts and train users.',
          description:
            'Our submersible and booster pumps and drives sell well in Laos and Cambodia, but users are scattered and often wait two or three weeks for a part. We look for a repair firm, a machinery dealer or a technical college for lasting co-operation: to install new units and honour the first year’s warranty; to keep a store of spare parts on consignment; to train users and electricians every year with our material; and to report faults. The partner needs five or more electricians or mechanics who can rewind motors and replace seals. We provide tools, a test bench, remote diagnosis and a month at our works.',
        },
      },
      keywords: { market: ['after-sales service', 'spare parts'], technology: ['pump repair', 'motor rewinding'] },
      sector: 'S',
      sdgs: [8, 9],
      dealTypes: ['capacityBuilding', 'knowHow'],
      territories: ['LA', 'KH'],
      partnerKinds: ['sme1to10', 'sme11to49', 'university'],
      responseDeadline: '2027-12-31',
    },
  },
]
