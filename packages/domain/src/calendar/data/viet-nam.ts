import { announced, countryFacts, projected } from '../notation.ts'

export const vietNam = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the Labour Code, article 112, and the government’s yearly notice',
  years: {
    2025: announced(`
      01-01 New Year; 01-27..02-01 Lunar New Year; 04-07 Hung Kings' Day; 04-30 Reunification Day;
      05-01 Labour Day; 05-02 Bridge day; 09-01..09-02 National Day; work 04-26
    `),
    2026: announced(`
      01-01 New Year; 02-16..02-20 Lunar New Year; 04-26..04-27 Hung Kings' Day; 04-30 Reunification Day;
      05-01 Labour Day; 08-31 Bridge day; 09-01..09-02 National Day; 11-24 Vietnam Cultural Day; work 08-22
    `),
    2027: projected(`
      01-01 New Year; 02-04..02-10 Lunar New Year; 04-16 Hung Kings' Day; 04-30 Reunification Day;
      05-01 Labour Day; 05-03 Labour Day; 09-02..09-03 National Day; 11-24 Vietnam Cultural Day
    `),
  },
})
