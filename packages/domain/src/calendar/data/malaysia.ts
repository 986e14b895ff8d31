import { announced, countryFacts } from '../notation.ts'

export const malaysia = countryFacts({
  weekend: 'Sat Sun',
  source:
    'holidays 0.109 for Python, after the federal holidays of the Prime Minister’s Department (HKA 2026, HKA 2027)',
  years: {
    2025: announced(`
      01-29..01-30 Chinese New Year; 03-31..04-01 Eid al-Fitr; 05-01 Labour Day; 05-12 Vesak Day;
      06-02 King's Birthday; 06-07 Eid al-Adha; 06-27 Islamic New Year; 08-31..09-01 National Day;
      09-05 Prophet's Birthday; 09-15 Additional holiday; 09-16 Malaysia Day; 12-25 Christmas Day
    `),
    2026: announced(`
      02-17..02-18 Chinese New Year; 03-20..03-23 Eid al-Fitr; 05-01 Labour Day; 05-27 Eid al-Adha;
      05-31 Vesak Day; 06-01 King's Birthday; 06-02 Vesak Day; 06-17 Islamic New Year; 08-25 Prophet's Birthday;
      08-31 National Day; 09-16 Malaysia Day; 12-25 Christmas Day
    `),
    2027: announced(`
      02-06..02-08 Chinese New Year; 03-10..03-11 Eid al-Fitr; 05-01 Labour Day; 05-17 Eid al-Adha;
      05-20 Vesak Day; 06-06 Islamic New Year; 06-07 King's Birthday; 08-15..08-16 Prophet's Birthday;
      08-31 National Day; 09-16 Malaysia Day; 12-25 Christmas Day
    `),
  },
})
