import { announced, countryFacts, projected } from '../notation.ts'

export const kazakhstan = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, after the Law on Holidays and the government’s transfers',
  years: {
    2025: announced(`
      01-01..01-02 New Year; 01-03 Bridge day; 01-07 Orthodox Christmas; 03-08 Women's Day; 03-10 Women's Day;
      03-21..03-25 Nowruz; 05-01 People's Unity Day; 05-07 Defender of the Fatherland Day; 05-09 Victory Day;
      06-06 Eid al-Adha; 07-06..07-07 Capital Day; 08-30 Constitution Day; 09-01 Constitution Day;
      10-25 Republic Day; 10-27 Republic Day; 12-16 Independence Day; work 01-05
    `),
    2026: announced(`
      01-01..01-02 New Year; 01-07 Orthodox Christmas; 03-08..03-09 Women's Day; 03-21..03-25 Nowruz;
      05-01 People's Unity Day; 05-07 Defender of the Fatherland Day; 05-09 Victory Day; 05-11 Victory Day;
      05-27? Eid al-Adha; 07-06 Capital Day; 10-25..10-26 Republic Day; 12-16 Independence Day
    `),
    2027: projected(`
      01-01..01-02 New Year; 01-04 New Year; 01-07 Orthodox Christmas; 03-08 Women's Day; 03-15 Constitution Day;
      03-21..03-24 Nowruz; 05-01 People's Unity Day; 05-03 People's Unity Day;
      05-07 Defender of the Fatherland Day; 05-09..05-10 Victory Day; 05-16? Eid al-Adha; 07-06 Capital Day;
      10-25 Republic Day; 12-16 Independence Day
    `),
  },
})
