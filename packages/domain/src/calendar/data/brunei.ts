import { announced, countryFacts, projected } from '../notation.ts'

export const brunei = countryFacts({
  weekend: 'Fri Sun',
  source:
    'holidays 0.109 for Python, after circulars of the Prime Minister’s Office; weekend of its offices: Friday and Sunday',
  years: {
    2025: announced(`
      01-01 New Year; 01-27 Isra' and Mi'raj; 01-29 Lunar New Year; 02-23..02-24 National Day;
      03-02..03-03 First Day of Ramadan; 03-18 Nuzul Al-Quran; 03-31..04-02 Eid al-Fitr; 05-31 Armed Forces Day;
      06-07 Eid al-Adha; 06-27..06-28 Islamic New Year; 07-15 Sultan's Birthday; 09-05..09-06 Prophet's Birthday;
      12-25 Christmas Day
    `),
    2026: announced(`
      01-01 New Year; 01-17 Isra' and Mi'raj; 02-17 Lunar New Year; 02-19 First Day of Ramadan; 02-23 National Day;
      03-07 Nuzul Al-Quran; 03-21..03-24 Eid al-Fitr; 05-27 Eid al-Adha; 05-31..06-01 Armed Forces Day;
      06-17 Islamic New Year; 07-15 Sultan's Birthday; 08-25 Prophet's Birthday; 12-25..12-26 Christmas Day
    `),
    2027: projected(`
      01-01..01-02 New Year; 01-06? Isra' and Mi'raj; 02-06 Lunar New Year; 02-08? First Day of Ramadan;
      02-23 National Day; 02-24? Nuzul Al-Quran; 03-10..03-13? Eid al-Fitr; 05-17? Eid al-Adha;
      05-31 Armed Forces Day; 06-06..06-07? Islamic New Year; 07-15 Sultan's Birthday;
      08-15..08-16? Prophet's Birthday; 12-25 Christmas Day; 12-26..12-27? Isra' and Mi'raj
    `),
  },
})
