import { announced, countryFacts, projected } from '../notation.ts'

export const pakistan = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the Cabinet Division and the State Bank',
  years: {
    2025: announced(`
      02-05 Kashmir Solidarity Day; 03-23 Pakistan Day; 03-31..04-02 Eid al-Fitr; 05-01 Labour Day;
      05-28 Youm-e-Takbeer; 06-06..06-09 Eid al-Adha; 07-05..07-06 Ashura; 08-14 Independence Day;
      09-06 Prophet's Birthday; 11-09 Iqbal Day; 12-25 Quaid-e-Azam Day
    `),
    2026: announced(`
      02-05 Kashmir Solidarity Day; 03-20..03-21 Eid al-Fitr; 03-23 Pakistan Day; 05-01 Labour Day;
      05-26..05-27 Eid al-Adha; 05-28 Eid al-Adha and Youm-e-Takbeer; 06-25..06-26 Ashura; 08-14 Independence Day;
      08-26 Prophet's Birthday; 11-09 Iqbal Day; 12-25 Quaid-e-Azam Day
    `),
    2027: projected(`
      02-05 Kashmir Solidarity Day; 03-10..03-12? Eid al-Fitr; 03-23 Pakistan Day; 05-01 Labour Day;
      05-17..05-19? Eid al-Adha; 05-28 Youm-e-Takbeer; 06-15..06-16? Ashura; 08-14 Independence Day;
      08-15? Prophet's Birthday; 11-09 Iqbal Day; 12-25 Quaid-e-Azam Day
    `),
  },
})
