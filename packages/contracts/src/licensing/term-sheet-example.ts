const usd = (amount: number) => ({ amount, currency: 'USD' })

/** Terms of a non-exclusive licence, as a provider may propose them. */
export const termSheetExample = {
  clauses: {
    deal: { type: 'nonExclusiveLicence' },
    subject: {
      description: 'Heat pump dryer for red seaweed, with the control of its air flow.',
      patents: [],
      knowHow: 'Drying curves for three species.',
      deliverables: ['Drawings', 'Software of the control'],
    },
    grant: { grants: [{ exclusivity: 'nonExclusive', territories: ['TH'], sublicensing: 'none' }] },
    term: { start: '2027-03-01', end: '2032-02-29' },
    upfront: { amount: usd(2_000_000), dueDays: 30 },
    royalty: {
      base: 'netSales',
      definition: 'Invoiced sales without value-added tax, freight and returns.',
      tiers: [
        { from: usd(0), to: usd(50_000_000), rate: '3' },
        { from: usd(50_000_000), rate: '2.25' },
      ],
      minimum: usd(500_000),
      cap: usd(5_000_000),
      period: 'year',
    },
    reports: { period: 'year', dueDays: 60, audit: 'onceAYear', auditNoticeDays: 14, keptYears: 7 },
    indemnity: { byProvider: 'The provider owns what it licenses.', cap: usd(10_000_000) },
    law: {
      governedBy: 'SG',
      forum: 'arbitration',
      seat: 'Singapore',
      rules: 'SIAC Rules 2025',
      languages: ['en', 'th'],
      prevailingLanguage: 'en',
    },
    termination: { noticeDays: 90, causes: 'A material breach that is not mended in time.', cureDays: 30 },
  },
  reasons: { royalty: 'The rate falls with the volume, so that large growers pay less.' },
}
