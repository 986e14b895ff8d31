/**
 * The whole event flow of Techbridge in one place: which service publishes to which topic, and which consumer groups
 * read it. Adapters create the topics from here; the diagrams in docs/api are generated from here.
 */
export const topics = {
  'techbridge.offers': { partitions: 6, publisher: 'offers', aggregate: 'offer' },
  'techbridge.needs': { partitions: 6, publisher: 'needs', aggregate: 'need' },
  'techbridge.matches': { partitions: 6, publisher: 'matching', aggregate: 'match' },
  'techbridge.cases': { partitions: 6, publisher: 'licensing', aggregate: 'case' },
} as const

export type Topic = keyof typeof topics

/** Consumer groups: each group receives every event of its topics once more or once, in order for each aggregate. */
export const groups = {
  matching: ['techbridge.offers', 'techbridge.needs', 'techbridge.matches', 'techbridge.cases'],
  licensing: ['techbridge.matches'],
  search: ['techbridge.offers', 'techbridge.needs'],
} as const satisfies Record<string, readonly Topic[]>

export type Group = keyof typeof groups
