import { announced, countryFacts, projected } from '../notation.ts'

export const mongolia = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the Law on Public Holidays',
  years: {
    2025: announced(`
      01-01 New Year; 03-01..03-03 Lunar New Year; 03-08 Women's Day; 06-01 Children's Day;
      06-11 The Buddha's Birthday; 07-10..07-15 Naadam; 11-21 Genghis Khan's Birthday; 11-26 Republic Day;
      12-29 National Freedom and Independence Day
    `),
    2026: announced(`
      01-01 New Year; 02-18..02-20 Lunar New Year; 03-08 Women's Day; 05-31 The Buddha's Birthday;
      06-01 Children's Day; 07-10..07-15 Naadam; 11-10 Genghis Khan's Birthday; 11-26 Republic Day;
      12-29 National Freedom and Independence Day
    `),
    2027: projected(`
      01-01 New Year; 02-07..02-09 Lunar New Year; 03-08 Women's Day; 05-20 The Buddha's Birthday;
      06-01 Children's Day; 07-10..07-15 Naadam; 11-26 Republic Day; 11-29 Genghis Khan's Birthday;
      12-29 National Freedom and Independence Day
    `),
  },
})
