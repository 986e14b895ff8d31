import { announced, countryFacts, projected } from '../notation.ts'

export const bangladesh = countryFacts({
  weekend: 'Fri Sat',
  source: 'holidays 0.109 for Python, after the Ministry of Public Administration; weekend: Friday and Saturday',
  years: {
    2025: announced(`
      02-15 Mid-Sha'ban; 02-21 Language Martyrs' Day; 03-26 Independence Day;
      03-28 Jumu'atul-Wida and Laylat al-Qadr; 03-31..04-02 Eid al-Fitr; 04-14 Bengali New Year's Day;
      05-01 May Day; 06-07..06-09 Eid al-Adha; 07-06 Ashura; 08-05 July Mass Uprising Day;
      09-06 Prophet's Birthday; 12-16 Victory Day; 12-25 Christmas Day
    `),
    2026: announced(`
      02-04 Mid-Sha'ban; 02-21 Language Martyrs' Day; 03-17 Laylat al-Qadr; 03-20 Jumu'atul-Wida;
      03-21..03-23 Eid al-Fitr; 03-26 Independence Day; 04-14 Bengali New Year's Day; 05-01 May Day;
      05-28..05-30 Eid al-Adha; 06-26 Ashura; 08-05 July Mass Uprising Day; 08-26 Prophet's Birthday;
      12-16 Victory Day; 12-25 Christmas Day
    `),
    2027: projected(`
      01-24? Mid-Sha'ban; 02-21 Language Martyrs' Day; 03-05? Jumu'atul-Wida; 03-07? Laylat al-Qadr;
      03-10..03-12? Eid al-Fitr; 03-26 Independence Day; 04-14 Bengali New Year's Day; 05-01 May Day;
      05-17..05-19? Eid al-Adha; 06-16? Ashura; 08-05 July Mass Uprising Day; 08-15? Prophet's Birthday;
      12-16 Victory Day; 12-25 Christmas Day
    `),
  },
})
