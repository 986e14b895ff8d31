import { announced, countryFacts } from '../notation.ts'

export const sriLanka = countryFacts({
  weekend: 'Sat Sun',
  source: 'holidays 0.109 for Python, which ends with 2026',
  years: {
    2025: announced(`
      01-13 Duruthu Poya; 01-14 Tamil Thai Pongal Day; 02-04 Independence Day; 02-12 Nawam Poya;
      02-26 Maha Sivarathri Day; 03-13 Medin Poya; 03-31 Eid al-Fitr; 04-12 Bak Poya;
      04-13..04-14 Sinhala and Tamil New Year; 04-18 Good Friday; 05-01 Labour Day; 05-12 Vesak Poya;
      05-13 Day Following Vesak Poya; 06-07 Eid al-Adha; 06-10 Poson Poya; 07-10 Esala Poya; 08-08 Nikini Poya;
      09-05 Prophet's Birthday; 09-07 Binara Poya; 10-06 Vap Poya; 10-20 Diwali; 11-05 Il Poya; 12-04 Unduvap Poya;
      12-25 Christmas Day
    `),
    2026: announced(`
      01-03 Duruthu Poya; 01-15 Tamil Thai Pongal Day; 02-01 Nawam Poya; 02-04 Independence Day;
      02-15 Maha Sivarathri Day; 03-02 Medin Poya; 03-21 Eid al-Fitr; 04-01 Bak Poya; 04-03 Good Friday;
      04-13..04-14 Sinhala and Tamil New Year; 05-01 Labour Day and Vesak Poya; 05-02 Day Following Vesak Poya;
      05-28 Eid al-Adha; 05-30 Adhi Poson Poya; 06-29 Poson Poya; 07-29 Esala Poya; 08-26 Prophet's Birthday;
      08-27 Nikini Poya; 09-26 Binara Poya; 10-25 Vap Poya; 11-08 Diwali; 11-24 Il Poya; 12-23 Unduvap Poya;
      12-25 Christmas Day
    `),
  },
})
