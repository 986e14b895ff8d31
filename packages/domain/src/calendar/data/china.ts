import { announced, countryFacts, projected } from '../notation.ts'

/** For 2027 the days are projected, and no make-up days are known: the State Council announces both in November. */
export const china = countryFacts({
  weekend: 'Sat Sun',
  source: 'notices of the General Office of the State Council, in its gazettes of November 2024 and 2025',
  years: {
    2025: announced(`
      01-01 New Year; 01-28..02-04 Spring Festival; 04-04..04-06 Tomb-Sweeping Day; 05-01..05-05 Labour Day;
      05-31..06-02 Dragon Boat Festival; 10-01..10-08 National Day and Mid-Autumn Festival;
      work 01-26; work 02-08; work 04-27; work 09-28; work 10-11
    `),
    2026: announced(`
      01-01..01-03 New Year; 02-15..02-23 Spring Festival; 04-04..04-06 Tomb-Sweeping Day; 05-01..05-05 Labour Day;
      06-19..06-21 Dragon Boat Festival; 09-25..09-27 Mid-Autumn Festival; 10-01..10-07 National Day;
      work 01-04; work 02-14; work 02-28; work 05-09; work 09-20; work 10-10
    `),
    2027: projected(`
      01-01 New Year; 02-05..02-10 Spring Festival; 04-05 Tomb-Sweeping Day; 05-01..05-04 Labour Day;
      06-09 Dragon Boat Festival; 09-15 Mid-Autumn Festival; 10-01..10-05 National Day
    `),
  },
})
