import type { SampleNeed } from '../sample.ts'

export const waterNeeds: SampleNeed[] = [
  {
    key: 'arsenic-free-village-water',
    organisation: 'dong-mai-water-centre',
    content: {
      type: 'TR',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Cần công nghệ xử lý asen trong nước ngầm cho trạm cấp nước nông thôn',
          summary:
            'Trung tâm nước nông thôn cần vật liệu lọc và thiết bị loại bỏ asen trong nước giếng khoan, vận hành đơn giản, không dùng nhiều hóa chất, nước sau xử lý đạt dưới 10 µg/l.',
          description:
            'Trung tâm quản lý 38 trạm cấp nước tập trung và khoảng 6.000 giếng khoan gia đình ở vùng châu thổ. Kết quả xét nghiệm cho thấy một phần ba số giếng có hàm lượng asen từ 50 đến 350 µg/l, phần lớn là asen hóa trị ba, kèm theo sắt, mangan và amoni cao. Bể lọc cát hiện nay chỉ loại bỏ được khoảng một nửa. Chúng tôi tìm vật liệu hấp phụ hoặc công nghệ lọc có thể loại bỏ asen hóa trị ba mà không cần châm chất oxy hóa, chịu được phosphat, tái sinh được và xử lý an toàn chất thải. Công suất mỗi trạm từ 50 đến 300 m³ mỗi ngày, ngoài ra cần loại nhỏ cho hộ gia đình và trường học. Công nghệ phải vận hành thực tế ít nhất hai năm. Trung tâm mong muốn sản xuất vật liệu lọc tại địa phương và đào tạo công nhân vận hành.',
        },
      },
      keywords: {
        market: ['cấp nước nông thôn', 'nước ngầm'],
        technology: ['xử lý asen', 'vật liệu hấp phụ', 'bể lọc'],
      },
      sector: 'E',
      ipc: ['C02F1/28', 'C02F1/64'],
      sdgs: [3, 6],
      dealTypes: ['nonExclusiveLicence', 'knowHow', 'demonstrationPark'],
      territories: ['VN'],
      partnerKinds: ['university', 'researchInstitute', 'sme50to249'],
      minimumTrl: 8,
      budget: { min: 500_000_000, max: 4_000_000_000, currency: 'VND' },
      responseDeadline: '2027-05-20',
    },
  },
  {
    key: 'brackish-water-for-orchards',
    organisation: 'cu-lao-mia-cooperative',
    content: {
      type: 'TR',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Tìm thiết bị lọc mặn tiết kiệm điện cho vườn cây ăn trái mùa hạn mặn',
          summary:
            'Hợp tác xã cần thiết bị khử mặn nước sông nhiễm mặn 1 đến 4 g/l để tưới vườn cây ăn trái và cấp nước sinh hoạt, tiêu thụ ít điện, có thể dùng điện mặt trời.',
          description:
            'Hợp tác xã có 210 hộ trồng sầu riêng, chôm chôm và bưởi trên một cù lao gần cửa sông. Từ tháng hai đến tháng năm, nước mặn xâm nhập, độ mặn của nước sông và nước giếng nông lên đến 1 – 4 g/l, cây cháy lá và rụng trái. Máy lọc thẩm thấu ngược đã thử thì tốn điện, màng nhanh tắc và thải nhiều nước mặn. Chúng tôi cần công nghệ khử mặn áp suất thấp, ví dụ khử ion điện dung, chỉ giảm độ mặn đến mức cây chịu được, điện năng không quá 1,5 kWh cho mỗi mét khối, tỷ lệ thu hồi nước cao, chạy được bằng điện mặt trời. Quy mô ban đầu 60 m³ mỗi ngày. Hợp tác xã sẵn sàng làm điểm trình diễn cho các xã xung quanh.',
        },
        en: {
          title: 'Low-energy desalination of brackish river water for orchards',
          summary:
            'A co-operative needs to desalinate river water of 1 to 4 g/l for its orchards and households, with little power and if possible on solar electricity.',
          description:
            'Our co-operative has 210 households that grow durian, rambutan and pomelo on a river island near the coast. From February to May salt water comes in, river water and shallow wells reach 1 to 4 g/l, leaves burn and fruit drops. Reverse osmosis units that we tried use much power, clog and waste water. We need desalination at low pressure, such as capacitive deionisation, that takes the salinity only as far down as the trees require, uses no more than 1.5 kWh a cubic metre, recovers most of the water and runs on solar power. We start with 60 cubic metres a day and will gladly serve as a demonstration site.',
        },
      },
      keywords: {
        market: ['orchards', 'hạn mặn'],
        technology: ['brackish water desalination', 'capacitive deionisation', 'khử mặn'],
      },
      sector: 'E',
      ipc: ['C02F1/469'],
      sdgs: [2, 6, 13],
      dealTypes: ['demonstrationPark', 'nonExclusiveLicence'],
      territories: ['VN'],
      partnerKinds: ['university', 'sme11to49', 'sme50to249'],
      minimumTrl: 6,
      budget: { max: 1_200_000_000, currency: 'VND' },
      responseDeadline: '2027-01-20',
    },
  },
  {
    key: 'latex-factory-odour',
    organisation: 'nhua-trang-rubber',
    content: {
      type: 'TR',
      originalLanguage: 'vi',
      texts: {
        vi: {
          title: 'Xử lý nước thải và mùi hôi của nhà máy chế biến mủ cao su ly tâm',
          summary:
            'Nhà máy mủ ly tâm cần giấy phép sử dụng công nghệ xử lý nước thải nhiều sunfat, giảm khí H2S và mùi hôi, nếu có thể thu hồi lưu huỳnh và khí sinh học.',
          description:
            'Nhà máy chế biến 6.000 tấn mủ ly tâm mỗi năm, thải khoảng 350 m³ nước mỗi ngày với COD 6 g/l và sunfat 2 đến 4 g/l do dùng axit sunfuric để đánh đông mủ skim. Hồ kỵ khí hiện tại sinh nhiều khí H2S, người dân xung quanh phàn nàn về mùi hôi. Chúng tôi cần công nghệ chuyển sunfat thành lưu huỳnh hoặc cách xử lý khác để nước thải đạt quy chuẩn và không còn mùi, đã vận hành ở ít nhất một nhà máy cao su. Chúng tôi chỉ cần quyền sử dụng không độc quyền cho nhà máy của mình và đào tạo vận hành, không mua đứt bằng sáng chế. Kinh phí được chia làm hai năm. Tên công ty chỉ công bố sau khi hai bên đồng ý trao đổi.',
        },
        en: {
          title: 'Treating the waste water and odour of a latex factory',
          summary:
            'A concentrated latex factory needs a licence to use a treatment for sulphate-rich waste water that ends hydrogen sulphide and odour and, if possible, recovers sulphur and biogas.',
          description:
            'The factory makes 6,000 tonnes of concentrated latex a year and discharges about 350 cubic metres of water a day, with a COD of 6 g/l and 2 to 4 g/l of sulphate from the sulphuric acid that coagulates skim latex. The anaerobic pond gives off hydrogen sulphide and neighbours complain. We need a process that turns sulphate into sulphur, or another way to meet the discharge standard without odour, in use in at least one rubber factory. We want a non-exclusive right for our own factory and training, and do not wish to buy a patent. The budget is spread over two years.',
        },
      },
      keywords: {
        market: ['latex factory', 'cao su'],
        technology: ['sulphate wastewater', 'hydrogen sulphide', 'anaerobic treatment'],
      },
      sector: 'E',
      ipc: ['C02F3/28', 'C02F3/34'],
      sdgs: [6, 12],
      dealTypes: ['nonExclusiveLicence', 'capacityBuilding'],
      territories: ['VN'],
      partnerKinds: ['sme11to49', 'sme50to249', 'university'],
      anonymous: true,
      minimumTrl: 8,
      budget: { min: 2_000_000_000, max: 8_000_000_000, currency: 'VND' },
      responseDeadline: '2027-07-15',
    },
  },
]
