import { announced, countryFacts, projected } from '../notation.ts'

export const thailand = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the holidays that the cabinet set',
  years: {
    2025: announced(`
      01-01 New Year; 01-11 National Children's Day; 02-12 Makha Bucha; 04-06..04-07 Chakri Memorial Day;
      04-13..04-16 Songkran; 05-01 Labour Day; 05-04..05-05 Coronation Day; 05-11..05-12 Visakha Bucha;
      06-02 Bridge day; 06-03 Queen Suthida's Birthday; 07-10 Asarnha Bucha; 07-11 Buddhist Lent Day;
      07-28 King Vajiralongkorn's Birthday; 08-11 Bridge day; 08-12 Mother's Day; 10-13 King Bhumibol Memorial Day;
      10-23 King Chulalongkorn Memorial Day; 12-05 National Day; 12-10 Constitution Day; 12-31 New Year's Eve
    `),
    2026: announced(`
      01-01 New Year; 01-02 Bridge day; 01-10 National Children's Day; 03-03 Makha Bucha;
      04-06 Chakri Memorial Day; 04-13..04-15 Songkran; 05-01 Labour Day; 05-04 Coronation Day;
      05-31..06-01 Visakha Bucha; 06-03 Queen Suthida's Birthday; 07-28 King Vajiralongkorn's Birthday;
      07-29 Asarnha Bucha; 07-30 Buddhist Lent Day; 08-12 Mother's Day; 10-13 King Bhumibol Memorial Day;
      10-23 King Chulalongkorn Memorial Day; 12-05 National Day; 12-07 National Day; 12-10 Constitution Day;
      12-31 New Year's Eve
    `),
    2027: projected(`
      01-01 New Year; 01-09 National Children's Day; 02-21..02-22 Makha Bucha; 04-06 Chakri Memorial Day;
      04-13..04-15 Songkran; 05-01 Labour Day; 05-03 Labour Day; 05-04 Coronation Day; 05-20 Visakha Bucha;
      06-03 Queen Suthida's Birthday; 07-18 Asarnha Bucha; 07-19 Buddhist Lent Day; 07-20 Asarnha Bucha;
      07-28 King Vajiralongkorn's Birthday; 08-12 Mother's Day; 10-13 King Bhumibol Memorial Day;
      10-23 King Chulalongkorn Memorial Day; 10-25 King Chulalongkorn Memorial Day; 12-05..12-06 National Day;
      12-10 Constitution Day; 12-31 New Year's Eve
    `),
  },
})
