import { announced, countryFacts, projected } from '../notation.ts'

export const cambodia = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the yearly sub-decree on public holidays',
  years: {
    2025: announced(`
      01-01 New Year; 01-07 Victory Day; 03-08 Women's Day; 04-14..04-16 Khmer New Year; 05-01 Labour Day;
      05-11 Visaka Bochea Day; 05-14 King Sihamoni's Birthday; 05-15 Royal Ploughing Ceremony;
      06-18 Queen Mother's Birthday; 09-21..09-23 Pchum Ben Day; 09-24 Constitution Day;
      10-15 King Sihanouk Memorial Day; 10-29 King Sihamoni's Coronation Day; 11-04..11-06 Water Festival;
      11-09 National Independence Day; 12-29 Peace Day
    `),
    2026: announced(`
      01-01 New Year; 01-07 Victory Day; 03-08 Women's Day; 04-14..04-16 Khmer New Year;
      05-01 Labour Day and Visaka Bochea Day; 05-05 Royal Ploughing Ceremony; 05-14 King Sihamoni's Birthday;
      06-18 Queen Mother's Birthday; 09-24 Constitution Day; 10-10..10-12 Pchum Ben Day;
      10-15 King Sihanouk Memorial Day; 10-29 King Sihamoni's Coronation Day; 11-09 National Independence Day;
      11-23..11-25 Water Festival; 12-29 Peace Day
    `),
    2027: projected(`
      01-01 New Year; 01-07 Victory Day; 03-08 Women's Day; 04-14..04-16 Khmer New Year; 05-01 Labour Day;
      05-14 King Sihamoni's Birthday; 05-20 Visaka Bochea Day; 05-24 Royal Ploughing Ceremony;
      06-18 Queen Mother's Birthday; 09-24 Constitution Day; 09-29..10-01 Pchum Ben Day;
      10-15 King Sihanouk Memorial Day; 10-29 King Sihamoni's Coronation Day; 11-09 National Independence Day;
      11-12..11-14 Water Festival; 12-29 Peace Day
    `),
  },
})
