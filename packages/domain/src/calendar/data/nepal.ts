import { announced, countryFacts, projected } from '../notation.ts'

export const nepal = countryFacts({
  weekend: 'Sat',
  source: 'holidays 0.109 for Python; weekend: Saturday, since the trial of a free Sunday in May 2022 ended',
  years: {
    2025: announced(`
      01-11 Prithvi Jayanti; 01-14 Maghe Sankranti; 01-29 Martyr's Day; 01-30 Sonam Lhochhar;
      02-19 National Democracy Day; 02-26 Maha Shivaratri; 02-28 Gyalpo Lhosar; 03-08 Women's Day;
      03-13..03-14 Fagu Poornima; 03-31 Eid al-Fitr; 04-06 Ram Navami; 04-14 Nepali New Year; 05-01 Labour Day;
      05-12 Buddha Jayanti; 05-28 Republic Day; 06-07 Eid al-Adha; 08-09 Janai Poornima;
      08-16 Shree Krishna Janmashtami; 09-19 Constitution Day; 09-22 Ghatasthapana; 09-29 Fulpati;
      09-30 Maha Ashtami; 10-01 Maha Navami; 10-02 Bijaya Dashami; 10-03 Ekadashi; 10-04 Duwadashi;
      10-20 Laxmi Pooja; 10-21 Gai Tihar; 10-22 Gobardhan Pooja and Mha Pooja; 10-23 Bhai Tika; 10-24 Tihar;
      10-27 Chhath Parva; 12-25 Christmas Day; 12-30 Tamu Lhochhar
    `),
    2026: announced(`
      01-11 Prithvi Jayanti; 01-15 Maghe Sankranti; 01-19 Sonam Lhochhar; 01-29 Martyr's Day;
      02-15 Maha Shivaratri; 02-18 Gyalpo Lhosar; 02-19 National Democracy Day; 03-02..03-03 Fagu Poornima;
      03-08 Women's Day; 03-21? Eid al-Fitr; 03-27 Ram Navami; 04-14 Nepali New Year;
      05-01 Buddha Jayanti and Labour Day; 05-28? Eid al-Adha; 05-29 Republic Day; 08-28 Janai Poornima;
      09-04 Shree Krishna Janmashtami; 09-19 Constitution Day; 10-11 Ghatasthapana; 10-18 Fulpati;
      10-19 Maha Ashtami and Maha Navami; 10-20 Bijaya Dashami; 10-21 Ekadashi; 10-22 Duwadashi; 11-08 Laxmi Pooja;
      11-09 Gai Tihar; 11-10 Gobardhan Pooja and Mha Pooja; 11-11 Bhai Tika; 11-15 Chhath Parva;
      12-25 Christmas Day; 12-30 Tamu Lhochhar
    `),
    2027: projected(`
      01-11 Prithvi Jayanti; 01-15 Maghe Sankranti; 01-29 Martyr's Day; 02-07 Gyalpo Lhosar and Sonam Lhochhar;
      02-19 National Democracy Day; 03-06 Maha Shivaratri; 03-08 Women's Day; 03-10? Eid al-Fitr;
      03-21..03-22 Fagu Poornima; 04-14 Nepali New Year; 04-15 Ram Navami; 05-01 Labour Day; 05-17? Eid al-Adha;
      05-20 Buddha Jayanti; 05-29 Republic Day; 08-17 Janai Poornima; 08-25 Shree Krishna Janmashtami;
      09-19 Constitution Day; 09-30 Ghatasthapana; 10-06 Fulpati; 10-07 Maha Ashtami; 10-08 Maha Navami;
      10-09 Bijaya Dashami; 10-10 Ekadashi; 10-11 Duwadashi; 10-29 Gai Tihar and Laxmi Pooja;
      10-30 Gobardhan Pooja and Mha Pooja; 10-31 Bhai Tika; 11-04 Chhath Parva; 12-25 Christmas Day;
      12-30 Tamu Lhochhar
    `),
  },
})
