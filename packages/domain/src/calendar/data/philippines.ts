import { announced, countryFacts } from '../notation.ts'

export const philippines = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the presidential proclamations, for 2027 no. 1427 of 2026',
  years: {
    2025: announced(`
      01-01 New Year; 01-29 Chinese New Year; 04-01 Eid al-Fitr; 04-09 Day of Valor; 04-17 Maundy Thursday;
      04-18 Good Friday; 04-19 Black Saturday; 05-01 Labour Day; 05-12 Elections; 06-06 Eid al-Adha;
      06-12 Independence Day; 07-27 Additional; 08-21 Ninoy Aquino Day; 08-25 National Heroes Day;
      10-31 All Saints' Eve; 11-01 All Saints' Day; 11-30 Bonifacio Day; 12-08 Immaculate Conception;
      12-24 Christmas Eve; 12-25 Christmas Day; 12-30 Rizal Day; 12-31 New Year's Eve
    `),
    2026: announced(`
      01-01 New Year; 02-17 Chinese New Year; 03-20 Eid al-Fitr; 04-02 Maundy Thursday; 04-03 Good Friday;
      04-04 Black Saturday; 04-09 Day of Valor; 05-01 Labour Day; 05-27 Eid al-Adha; 06-12 Independence Day;
      08-21 Ninoy Aquino Day; 08-31 National Heroes Day; 11-01 All Saints' Day; 11-02 All Souls' Day;
      11-30 Bonifacio Day; 12-08 Immaculate Conception; 12-24 Christmas Eve; 12-25 Christmas Day; 12-30 Rizal Day;
      12-31 New Year's Eve
    `),
    2027: announced(`
      01-01 New Year; 02-06 Chinese New Year; 03-09? Eid al-Fitr; 03-25 Maundy Thursday; 03-26 Good Friday;
      03-27 Black Saturday; 04-09 Day of Valor; 05-01 Labour Day; 05-16? Eid al-Adha; 06-12 Independence Day;
      08-21 Ninoy Aquino Day; 08-30 National Heroes Day; 11-01 All Saints' Day; 11-02 All Souls' Day;
      11-30 Bonifacio Day; 12-08 Immaculate Conception; 12-24 Christmas Eve; 12-25 Christmas Day; 12-30 Rizal Day;
      12-31 New Year's Eve
    `),
  },
})
