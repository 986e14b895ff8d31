import { announced, countryFacts, projected } from '../notation.ts'

export const laos = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the calendar of BCEL, the Lao foreign trade bank',
  years: {
    2025: announced(`
      01-01 New Year; 03-08 Women's Day; 03-10 Women's Day; 04-14..04-16 Lao New Year; 05-01 Labour Day;
      12-02 Lao National Day
    `),
    2026: announced(`
      01-01 New Year; 03-08..03-09 Women's Day; 04-14..04-16 Lao New Year; 05-01 Labour Day; 12-02 Lao National Day
    `),
    2027: projected(`
      01-01 New Year; 03-08 Women's Day; 04-14..04-16 Lao New Year; 05-01 Labour Day; 05-03 Labour Day;
      12-02 Lao National Day
    `),
  },
})
