/** A need as a seeker sends it: for the API docs. */
export const needExample = {
  type: 'TR',
  originalLanguage: 'en',
  texts: {
    en: {
      title: 'Non-destructive durian ripeness testing for packing houses',
      summary: 'A portable near-infrared device that tells ripe durian from unripe ones before export.',
      description:
        'Our co-operative exports durian. Unripe fruit is returned at the border. We need a non-destructive test of dry matter that fits our sorting line and cold chain.',
    },
  },
  sector: 'A',
  ipc: ['G01N33/02'],
  dealTypes: ['nonExclusiveLicence'],
  territories: ['TH'],
  minimumTrl: 6,
  budget: { max: 60_000_00, currency: 'USD' },
}
