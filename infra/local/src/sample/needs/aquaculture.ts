import type { SampleNeed } from '../sample.ts'

export const aquacultureNeeds: SampleNeed[] = [
  {
    key: 'shrimp-pond-disinfection',
    organisation: 'phu-sa-shrimp',
    content: {
      type: 'TR',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Tìm công nghệ khử trùng và xử lý nước ao nuôi tôm thẻ chân trắng không dùng kháng sinh',
          summary:
            'Doanh nghiệp nuôi tôm cần công nghệ khử trùng nước cấp và xử lý nước tuần hoàn, diệt vi khuẩn Vibrio và virus đốm trắng, giảm thay nước, không dùng hóa chất và kháng sinh.',
          description:
            'Công ty có 420 ao nuôi tôm thẻ chân trắng siêu thâm canh trải bạt, mỗi ao 1.000 đến 2.000 m². Trong hai năm qua, bệnh hoại tử gan tụy cấp và bệnh đốm trắng làm mất gần một phần tư sản lượng. Hiện nay nước cấp được xử lý bằng clo bột và thuốc tím, tốn thời gian chờ, còn dư lượng và không ổn định khi độ mặn thay đổi từ 5 đến 30 phần nghìn. Chúng tôi tìm công nghệ khử trùng tại chỗ như điện phân nước mặn, ozone hoặc bọt khí nano, kết hợp loại bỏ chất thải rắn, amoni và nitrit để tuần hoàn nước, giảm ít nhất 70 % lượng nước thay. Hệ thống cần giữ oxy hòa tan trên 5 mg/l, có giám sát tự động và đã được thử ở trại nuôi. Giai đoạn đầu thử nghiệm trên 10 ao, nếu tỷ lệ sống tăng trên 15 % sẽ mở rộng toàn bộ và nhận chuyển giao lắp ráp thiết bị.',
          advantages: 'Có phòng xét nghiệm Vibrio và PCR, kỹ sư điện và xưởng cơ khí riêng.',
        },
      },
      keywords: {
        market: ['nuôi tôm', 'tôm thẻ chân trắng'],
        technology: ['khử trùng nước', 'điện phân', 'bọt khí nano', 'tuần hoàn nước', 'Vibrio'],
      },
      sector: 'A',
      ipc: ['A01K63/04', 'C02F1/467'],
      sdgs: [2, 6, 14],
      dealTypes: ['evaluationLicence', 'nonExclusiveLicence', 'knowHow'],
      territories: ['VN'],
      partnerKinds: ['university', 'researchInstitute', 'sme50to249'],
      anonymous: true,
      minimumTrl: 6,
      budget: { min: 2_000_000_000, max: 9_000_000_000, currency: 'VND' },
      responseDeadline: '2027-06-15',
    },
  },
  {
    key: 'fish-meal-substitute',
    organisation: 'teluk-mutiara-fishers',
    content: {
      type: 'TR',
      originalLanguage: 'id',
      texts: {
        id: {
          title: 'Mencari teknologi tepung serangga sebagai pengganti tepung ikan untuk pakan kerapu dan nila',
          summary:
            'Koperasi memerlukan teknologi budidaya maggot lalat tentara hitam dari sisa organik dan pengolahannya menjadi tepung protein untuk pakan ikan.',
          description:
            'Selain menangkap ikan, anggota koperasi memelihara kerapu dan nila dalam 240 keramba. Harga pakan naik 40 persen dalam tiga tahun karena tepung ikan harus dibeli dari luar pulau. Di dua kota terdekat tersedia ampas tahu, sisa pasar sayur dan limbah pengalengan ikan sekitar 6 ton per hari. Kami mencari teknologi budidaya lalat tentara hitam yang cocok untuk iklim tropis lembap, lengkap dengan ruang perkawinan, rak pembesaran, pemisah maggot, pengering dan pemisah lemak. Kami juga membutuhkan formula pakan yang sudah diuji pada kerapu dan nila dengan penggantian tepung ikan paling sedikit 40 persen, serta pelatihan untuk delapan operator. Teknologi harus sudah berjalan pada skala beberapa ton per hari.',
        },
      },
      keywords: {
        market: ['pakan ikan', 'keramba'],
        technology: ['lalat tentara hitam', 'maggot', 'tepung serangga', 'protein'],
      },
      sector: 'A',
      ipc: ['A23K10/20', 'A23K50/80'],
      sdgs: [2, 12, 14],
      dealTypes: ['knowHow', 'capacityBuilding', 'nonExclusiveLicence'],
      territories: ['ID'],
      partnerKinds: ['university', 'researchInstitute', 'sme11to49'],
      minimumTrl: 7,
      budget: { min: 30_000_000_000, max: 150_000_000_000, currency: 'IDR' },
      responseDeadline: '2027-11-30',
    },
  },
]
