import { announced, countryFacts } from '../notation.ts'

export const indonesia = countryFacts({
  weekend: 'Sat Sun',
  source:
    'holidays 0.109 for Python, after the joint decrees of three ministers for 2025 to 2027; without days of joint leave',
  years: {
    2025: announced(`
      01-01 New Year; 01-27 Isra' and Mi'raj; 01-29 Lunar New Year; 03-29 Day of Silence; 03-31..04-01 Eid al-Fitr;
      04-18 Good Friday; 04-20 Easter Sunday; 05-01 Labour Day; 05-12 Vesak Day; 05-29 Ascension Day;
      06-01 Pancasila Day; 06-06 Eid al-Adha; 06-27 Islamic New Year; 08-17 Independence Day;
      09-05 Prophet's Birthday; 12-25 Christmas Day
    `),
    2026: announced(`
      01-01 New Year; 01-16 Isra' and Mi'raj; 02-17 Lunar New Year; 03-19 Day of Silence; 03-21..03-22 Eid al-Fitr;
      04-03 Good Friday; 04-05 Easter Sunday; 05-01 Labour Day; 05-14 Ascension Day; 05-27 Eid al-Adha;
      05-31 Vesak Day; 06-01 Pancasila Day; 06-16 Islamic New Year; 08-17 Independence Day;
      08-25 Prophet's Birthday; 12-25 Christmas Day
    `),
    2027: announced(`
      01-01 New Year; 01-05 Isra' and Mi'raj; 02-06 Lunar New Year; 03-08 Day of Silence;
      03-10..03-11? Eid al-Fitr; 03-26 Good Friday; 03-28 Easter Sunday; 05-01 Labour Day; 05-06 Ascension Day;
      05-17? Eid al-Adha; 05-20 Vesak Day; 06-01 Pancasila Day; 06-06 Islamic New Year; 08-15 Prophet's Birthday;
      08-17 Independence Day; 12-25 Christmas Day; 12-26 Isra' and Mi'raj
    `),
  },
})
