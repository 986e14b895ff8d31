import { announced, countryFacts } from '../notation.ts'

export const singapore = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the Ministry of Manpower',
  years: {
    2025: announced(`
      01-01 New Year; 01-29..01-30 Chinese New Year; 03-31 Eid al-Fitr; 04-18 Good Friday; 05-01 Labour Day;
      05-03 Polling Day; 05-12 Vesak Day; 06-07 Eid al-Adha; 08-09 National Day; 10-20 Diwali; 12-25 Christmas Day
    `),
    2026: announced(`
      01-01 New Year; 02-17..02-18 Chinese New Year; 03-21 Eid al-Fitr; 04-03 Good Friday; 05-01 Labour Day;
      05-27 Eid al-Adha; 05-31..06-01 Vesak Day; 08-09..08-10 National Day; 11-08..11-09 Diwali;
      12-25 Christmas Day
    `),
    2027: announced(`
      01-01 New Year; 02-06..02-08 Chinese New Year; 03-10 Eid al-Fitr; 03-26 Good Friday; 05-01 Labour Day;
      05-17 Eid al-Adha; 05-20 Vesak Day; 08-09 National Day; 10-28 Diwali; 12-25 Christmas Day
    `),
  },
})
