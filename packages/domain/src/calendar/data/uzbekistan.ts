import { announced, countryFacts, projected } from '../notation.ts'

export const uzbekistan = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after presidential resolutions, for 2026 PQ-106 and PQ-194',
  years: {
    2025: announced(`
      01-01 New Year; 01-02 Bridge day; 03-08 Women's Day; 03-10 Women's Day; 03-21 Nowruz;
      03-30..03-31 Eid al-Fitr; 05-09 Day of Memory and Honor; 06-06 Eid al-Adha; 09-01 Independence Day;
      10-01 Teachers and Instructors Day; 12-08 Constitution Day; 12-31 Additional holiday; work 01-04
    `),
    2026: announced(`
      01-01 New Year; 01-02 Additional holiday; 03-08..03-09 Women's Day; 03-20 Eid al-Fitr; 03-21 Nowruz;
      03-23 Nowruz; 05-09 Day of Memory and Honor; 05-11 Day of Memory and Honor; 05-27 Eid al-Adha;
      05-28..05-29 Additional holiday; 08-31 Additional holiday; 09-01 Independence Day;
      10-01 Teachers and Instructors Day; 12-08 Constitution Day; 12-31 Bridge day; work 12-12
    `),
    2027: projected(`
      01-01 New Year; 03-08 Women's Day; 03-09? Eid al-Fitr; 03-21..03-22 Nowruz;
      05-09..05-10 Day of Memory and Honor; 05-16..05-17? Eid al-Adha; 09-01 Independence Day;
      10-01 Teachers and Instructors Day; 12-08 Constitution Day
    `),
  },
})
