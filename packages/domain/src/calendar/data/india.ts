import { announced, countryFacts, projected } from '../notation.ts'

export const india = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python: gazetted holidays of the union, without those of states',
  years: {
    2025: announced(`
      01-26 Republic Day; 02-26 Maha Shivaratri; 03-14 Holi; 03-31 Eid al-Fitr; 04-10 Mahavira's Birthday;
      04-14 Ambedkar's Birthday; 04-18 Good Friday; 05-12 Buddha Purnima; 06-07 Eid al-Adha; 07-06 Ashura;
      08-15 Independence Day; 08-16 Janmashtami; 09-05 Prophet's Birthday;
      10-02 Dussehra and Mahatma Gandhi's Birthday; 10-20 Diwali; 11-05 Guru Nanak's Birthday; 12-25 Christmas
    `),
    2026: announced(`
      01-26 Republic Day; 03-04 Holi; 03-21 Eid al-Fitr; 03-26 Ram Navami; 03-31 Mahavira's Birthday;
      04-03 Good Friday; 04-14 Ambedkar's Birthday; 05-01 Buddha Purnima; 05-27 Eid al-Adha; 06-26 Ashura;
      08-15 Independence Day; 08-26 Prophet's Birthday; 09-04 Janmashtami; 10-02 Mahatma Gandhi's Birthday;
      10-20 Dussehra; 11-08 Diwali; 11-24 Guru Nanak's Birthday; 12-25 Christmas
    `),
    2027: projected(`
      01-26 Republic Day; 03-06 Maha Shivaratri; 03-10? Eid al-Fitr; 03-22 Holi; 03-26 Good Friday;
      04-14 Ambedkar's Birthday; 04-15 Ram Navami; 04-18 Mahavira's Birthday; 05-17? Eid al-Adha;
      05-20 Buddha Purnima; 06-16? Ashura; 08-15? Independence Day and Prophet's Birthday; 08-25 Janmashtami;
      10-02 Mahatma Gandhi's Birthday; 10-09 Dussehra; 10-29 Diwali; 11-14 Guru Nanak's Birthday; 12-25 Christmas
    `),
  },
})
