import { announced, countryFacts, projected } from '../notation.ts'

export const myanmar = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the government’s yearly announcement',
  years: {
    2025: announced(`
      01-01 New Year; 01-04 Independence Day; 01-29 Chinese New Year; 02-12 Union Day; 03-02 Peasants' Day;
      03-12 Bridge day; 03-13 Full Moon Day of Tabaung; 03-14 Bridge day; 03-27 Armed Forces Day;
      04-13..04-21 Myanmar New Year; 05-01 May Day; 05-11 Full Moon Day of Kason; 06-07 Eid al-Adha;
      07-09 Full Moon Day of Waso; 07-19 Martyrs' Day; 10-05..10-07 Thadingyut; 10-21 Diwali; 11-03 Bridge day;
      11-04 Full Moon Day of Tazaungmon; 11-14 National Day; 12-19 Karen New Year; 12-25 Christmas Day;
      12-26 Bridge day; work 01-11; work 03-22; work 03-29; work 11-08
    `),
    2026: announced(`
      01-01 New Year; 01-04 Independence Day; 02-12 Union Day; 02-17 Chinese New Year;
      03-02 Full Moon Day of Tabaung and Peasants' Day; 03-27 Armed Forces Day; 04-13..04-21 Myanmar New Year;
      04-30 Full Moon Day of Kason; 05-01 May Day; 05-28? Eid al-Adha; 07-19 Martyrs' Day;
      07-29 Full Moon Day of Waso; 10-25..10-27 Thadingyut; 11-10 Diwali; 11-24 Full Moon Day of Tazaungmon;
      12-04 National Day; 12-25 Christmas Day; work 01-03
    `),
    2027: projected(`
      01-01 New Year; 01-04 Independence Day; 01-08 Karen New Year; 02-06 Chinese New Year; 02-12 Union Day;
      03-02 Peasants' Day; 03-22 Full Moon Day of Tabaung; 03-27 Armed Forces Day; 04-13..04-21 Myanmar New Year;
      05-01 May Day; 05-17? Eid al-Adha; 05-20 Full Moon Day of Kason; 07-18 Full Moon Day of Waso;
      07-19 Martyrs' Day; 10-14..10-16 Thadingyut; 10-30 Diwali; 11-13 Full Moon Day of Tazaungmon;
      11-23 National Day; 12-25 Christmas Day; 12-28 Karen New Year
    `),
  },
})
