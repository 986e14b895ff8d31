import type { SampleOffer } from '../sample.ts'

export const photovoltaicOffers: SampleOffer[] = [
  {
    key: 'perovskite-film',
    organisation: 'qiongwan-energy-institute',
    content: {
      type: 'TO',
      originalLanguage: 'zh',
      texts: {
        zh: {
          title: '湿热环境稳定的柔性钙钛矿光伏薄膜',
          summary:
            '采用无铅泄漏封装和两性离子钝化的柔性钙钛矿薄膜，实验室小组件效率百分之二十一，面向轻质屋顶和农业棚膜。',
          description:
            '传统晶硅组件重，许多农村棚屋和轻钢屋面无法承受。本项目研究卷对卷涂布的柔性钙钛矿薄膜组件，每平方米不到一公斤。针对热带湿热环境，团队在钙钛矿晶界引入两性离子分子钝化缺陷，用原子层沉积的氧化铝与聚合物交替层封装，并在背面加入吸铅层，破损后浸水七天铅溶出量低于饮用水限值。实验室制备的二十五平方厘米小组件效率百分之二十一点三，在八十五摄氏度、湿度百分之八十五条件下一千小时效率保持百分之九十。目前尚未完成大面积均匀涂布，一百平方厘米组件效率降至百分之十七，户外实证不足一年，寿命数据有限。寻求薄膜、涂布或封装材料企业共同开发中试线，也欢迎在东南亚不同气候区开展户外实证的大学和研究所建立联合实验室。适合对前沿技术有耐心的投资者和产业伙伴。项目组可向合作方提供一平方米以内的试验样片和加速老化数据，用于封装材料比对；户外实证建议至少覆盖一个雨季和一个旱季，数据由双方共同发表，中试线知识产权按投入比例约定。',
          advantages: '质量轻、可弯曲；破损不泄漏铅；面向湿热气候。',
        },
        en: {
          title: 'Flexible perovskite solar film for hot and humid climates',
          summary:
            'A flexible perovskite film with zwitterion passivation and lead-trapping encapsulation; 21 % efficient in laboratory mini-modules, meant for light roofs and crop covers.',
          description:
            'Silicon modules are too heavy for many rural roofs. This film is coated roll to roll and weighs less than 1 kg a square metre. For hot and humid climates the team passivates grain boundaries with a zwitterion, encapsulates with alternating alumina and polymer, and adds a layer that binds lead if the film is broken. Mini-modules of 25 cm² reach 21.3 % and keep 90 % of it after 1,000 h at 85 °C and 85 % humidity. Large areas are not yet uniform, at 100 cm² the efficiency is 17 %, and outdoor data cover less than a year. Partners for a pilot line and universities for outdoor trials are sought.',
        },
      },
      keywords: { market: ['light roofs'], technology: ['perovskite', 'flexible photovoltaics', '钙钛矿'] },
      sector: 'D',
      ipc: ['H10K30/50', 'H10K30/88', 'H01L31/18'],
      sdgs: [7, 9],
      dealTypes: ['jointDevelopment', 'jointLaboratory', 'option'],
      territories: ['WORLD'],
      partnerKinds: ['university', 'researchInstitute', 'large'],
      trl: 4,
      stage: 'labTested',
      ip: {
        status: 'applied',
        patents: [{ number: 'CN129912263A', office: 'CN', status: 'applied' }],
      },
      claims: [{ metric: 'Efficiency', value: 21.3, unit: '%', conditions: '25 cm² mini-module, AM1.5G, 25 °C' }],
    },
  },
  {
    key: 'floating-solar-mooring',
    organisation: 'cakrawala-bahari-institute',
    content: {
      type: 'TO',
      originalLanguage: 'id',
      texts: {
        id: {
          title: 'Ponton dan sistem tambat elastis untuk PLTS terapung di waduk dengan muka air berubah',
          summary:
            'Ponton modular dari HDPE dan tali tambat elastis menjaga posisi PLTS terapung pada waduk yang muka airnya naik turun sampai 25 meter, tanpa penyetelan manual.',
          description:
            'Banyak waduk di daerah tropis mengalami perubahan muka air lebih dari 15 meter antara musim hujan dan kemarau. Tambatan baja biasa harus disetel berulang kali dan dapat merusak ponton ketika angin kencang. Kami mengembangkan sistem tambat dari tali karet bertulang dengan jangkar beton, yang memanjang dan memendek mengikuti muka air dan tetap meredam gaya angin. Ponton modular dari HDPE disambung dengan engsel yang mengurangi kelelahan bahan, dan jalur perawatan dapat dilepas. Perangkat lunak perancangan menghitung susunan jangkar dari data batimetri dan angin. Prototipe 120 kWp telah beroperasi selama dua tahun di sebuah waduk irigasi. Kami mencari pengembang PLTS dan pabrik plastik untuk lisensi produksi.',
          advantages: 'Tanpa penyetelan manual; tahan angin; ponton dibuat dari bahan lokal.',
        },
        en: {
          title: 'Floats and elastic mooring for floating solar on reservoirs with a changing water level',
          summary:
            'Modular HDPE floats and elastic mooring lines keep floating solar in place on reservoirs whose level moves by up to 25 m, with no manual adjustment.',
          description:
            'Many tropical reservoirs rise and fall by more than 15 m between the rains and the dry season. Steel moorings must be adjusted again and again and may tear the floats in a storm. This mooring uses reinforced rubber lines and concrete anchors: it lengthens and shortens with the level and damps the wind load. The HDPE floats are joined by hinges that spare the material, and maintenance walkways can be detached. Design software lays out the anchors from bathymetry and wind data. A 120 kWp prototype has run for two years on an irrigation reservoir. Developers and plastics makers are sought.',
        },
      },
      keywords: { market: ['reservoir', 'PLTS terapung'], technology: ['floating solar', 'mooring', 'pontoon'] },
      sector: 'D',
      ipc: ['H02S20/30', 'B63B21/20', 'B63B35/44'],
      sdgs: [7, 9, 13],
      dealTypes: ['nonExclusiveLicence', 'soleLicence', 'jointDevelopment'],
      territories: ['ID', 'VN', 'TH', 'LA', 'PH'],
      partnerKinds: ['large', 'sme50to249'],
      trl: 7,
      stage: 'availableForDemonstration',
      ip: {
        status: 'granted',
        patents: [{ number: 'IDP000993881', office: 'ID', status: 'granted', expiry: '2042-07-05' }],
      },
      claims: [{ metric: 'Drift', value: 4.5, unit: 'm', conditions: 'water level change of 18 m, wind of 22 m/s' }],
      price: { min: 150_000_000_000, max: 500_000_000_000, currency: 'IDR' },
    },
  },
]
