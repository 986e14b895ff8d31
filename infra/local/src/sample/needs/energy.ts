import type { SampleNeed } from '../sample.ts'

export const energyNeeds: SampleNeed[] = [
  {
    key: 'village-hydro-microgrid',
    organisation: 'nam-khao-electrification-office',
    content: {
      type: 'TR',
      originalLanguage: 'lo',
      texts: {
        lo: {
          title: 'ຕ້ອງການເຕັກໂນໂລຊີໄຟຟ້ານ້ຳຕົກຂະໜາດນ້ອຍສຳລັບບ້ານທີ່ບໍ່ມີໄຟຟ້າ',
          summary:
            'ຫ້ອງການຕ້ອງການເຄື່ອງກຳເນີດໄຟຟ້າພະລັງນ້ຳຂະໜາດນ້ອຍ ທີ່ໃຊ້ຫົວນ້ຳຕ່ຳ ແລະ ລະບົບຄວບຄຸມຕາຂ່າຍໄຟຟ້າຂະໜາດນ້ອຍ ສຳລັບບ້ານຫ່າງໄກ 18 ບ້ານ.',
          description:
            'ໃນເຂດພູດອຍຂອງພວກເຮົາ ຍັງມີ 18 ບ້ານທີ່ຢູ່ໄກຈາກຕາຂ່າຍໄຟຟ້າແຫ່ງຊາດ. ບ້ານເຫຼົ່ານີ້ມີຫ້ວຍນ້ຳໄຫຼຕະຫຼອດປີ ແຕ່ຫົວນ້ຳຕ່ຳ ປະມານ 4 ຫາ 10 ແມັດ. ພວກເຮົາຕ້ອງການກັງຫັນນ້ຳຂະໜາດ 10 ຫາ 50 ກິໂລວັດ ທີ່ທົນຕໍ່ດິນຊາຍ ແລະ ຕິດຕັ້ງງ່າຍ. ໃນລະດູແລ້ງນ້ຳໜ້ອຍ ດັ່ງນັ້ນລະບົບຄວນເຮັດວຽກຮ່ວມກັບແຜງແສງຕາເວັນ ແລະ ແບັດເຕີຣີໄດ້. ຕ້ອງມີລະບົບຄວບຄຸມຄວາມຖີ່ ແລະ ມີເຄື່ອງວັດໄຟຟ້າແບບຈ່າຍເງິນລ່ວງໜ້າ. ຊ່າງໄຟຟ້າຂອງບ້ານຕ້ອງສາມາດບຳລຸງຮັກສາເອງໄດ້ ຈຶ່ງຕ້ອງການການຝຶກອົບຮົມ. ພວກເຮົາຢາກເລີ່ມຈາກບ້ານສາທິດ 2 ບ້ານ.',
        },
      },
      keywords: { market: ['ໄຟຟ້າຊົນນະບົດ'], technology: ['ໄຟຟ້າພະລັງນ້ຳຂະໜາດນ້ອຍ', 'ກັງຫັນນ້ຳ', 'ຕາຂ່າຍໄຟຟ້າຂະໜາດນ້ອຍ'] },
      sector: 'D',
      ipc: ['F03B3/06', 'H02J3/38'],
      sdgs: [7, 10, 13],
      dealTypes: ['demonstrationPark', 'capacityBuilding', 'nonExclusiveLicence'],
      territories: ['LA'],
      partnerKinds: ['researchInstitute', 'university', 'sme50to249'],
      minimumTrl: 7,
      budget: { min: 20_000_000, max: 75_000_000, currency: 'USD' },
      responseDeadline: '2027-07-31',
    },
  },
  {
    key: 'island-battery-storage',
    organisation: 'hon-ngoc-power',
    content: {
      type: 'TR',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Tìm giải pháp pin lưu trữ năng lượng chịu nhiệt cho lưới điện nhỏ trên đảo',
          summary:
            'Công ty điện lực đảo cần hệ thống pin lưu trữ an toàn, chịu nhiệt độ cao và sương muối, vận hành cùng điện mặt trời để giảm lượng dầu diesel của nhà máy điện trên đảo.',
          description:
            'Đảo có 1.900 hộ dân, hiện được cấp điện bằng bốn tổ máy diesel tổng công suất 3,2 MW và 600 kW điện mặt trời. Vào buổi trưa phải cắt bớt điện mặt trời, còn buổi tối phải chạy thêm máy diesel. Chúng tôi cần hệ thống pin lưu trữ dung lượng ban đầu từ 500 kWh đến 1 MWh, có thể mở rộng từng tủ, làm việc ở nhiệt độ 45 °C mà không cần điều hòa, chống ăn mòn do sương muối và an toàn khi vận chuyển bằng phà. Hệ thống quản lý năng lượng phải phối hợp được máy diesel, điện mặt trời và pin, dự báo phụ tải và giữ ổn định tần số của lưới điện nhỏ. Chúng tôi ưu tiên công nghệ pin không dùng coban, ví dụ pin natri, đã được thử nghiệm thực tế ít nhất một năm. Công ty sẵn sàng thử nghiệm trước khi ký hợp đồng giấy phép.',
          advantages: 'Có sẵn mặt bằng, số liệu phụ tải ba năm và đội vận hành.',
        },
      },
      keywords: {
        market: ['điện đảo', 'lưới điện nhỏ'],
        technology: ['pin lưu trữ năng lượng', 'pin natri-ion', 'quản lý năng lượng'],
      },
      sector: 'D',
      ipc: ['H02J3/32', 'H01M10/054'],
      sdgs: [7, 13],
      dealTypes: ['evaluationLicence', 'nonExclusiveLicence', 'demonstrationPark'],
      territories: ['VN'],
      partnerKinds: ['university', 'researchInstitute', 'large'],
      minimumTrl: 7,
      budget: { min: 3_000_000_000, max: 12_000_000_000, currency: 'VND' },
      responseDeadline: '2027-09-15',
    },
  },
]
