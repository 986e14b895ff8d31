/** What a parameter is, which decides how a language writes it. */
export type ParameterKind =
  | 'code'
  | 'dealTypes'
  | 'day'
  | 'instant'
  | 'languages'
  | 'money'
  | 'number'
  | 'sector'
  | 'territories'
  | 'word'
  | 'words'

/** Every message about a need and an offer, with its parameters. Those named `currency` and `zone` say what others are in. */
export const matchingParameters = {
  'text.near-in-meaning': {},
  'text.no-common-language': {},
  'text.shared': { terms: 'words' },
  'text.nothing-shared': {},
  'concepts.shared': { terms: 'words' },
  'concepts.nothing-shared': {},
  'sector.same-class': { ipc: 'code' },
  'sector.same': { sector: 'sector' },
  'sector.other': { wanted: 'sector', offered: 'sector' },
  'trl.not-asked': { has: 'number' },
  'trl.enough': { has: 'number', asked: 'number' },
  'trl.one-below': { has: 'number', asked: 'number' },
  'trl.below': { has: 'number', asked: 'number' },
  'territory.shared': { shared: 'territories', wanted: 'territories' },
  'territory.missing': { missing: 'territories' },
  'deal-type.shared': { shared: 'dealTypes' },
  'deal-type.other': { wanted: 'dealTypes', offered: 'dealTypes' },
  'price.above-budget': { price: 'money', budget: 'money', currency: 'code' },
  'price.other-currency': { offered: 'code', wanted: 'code' },
  'feature.text': {},
  'feature.concepts': {},
  'feature.sector': {},
  'feature.trl': {},
  'feature.territory': {},
  'feature.dealType': {},
  'missing.text': { languages: 'languages' },
  'missing.classes': {},
  'missing.protection': {},
  'missing.price': {},
  'missing.budget': {},
  'missing.claims': {},
  'missing.contents': {},
  'with.trl': { trl: 'number' },
  'with.territories': { territories: 'territories' },
  'with.deal-types': { dealTypes: 'dealTypes' },
  'with.class': { ipc: 'code' },
  'without.term': { term: 'word' },
  'excluded.same-organisation': {},
  'excluded.territory': { wanted: 'territories', offered: 'territories' },
  'excluded.need-expired': { on: 'day' },
  'excluded.offer-expired': { on: 'day' },
  'excluded.deadline': { date: 'day', endsAt: 'instant', zone: 'code' },
  'translation.own': {},
  'translation.machine': { service: 'code' },
  'translation.original': {},
  'translation.off': {},
  'translation.unsupported': { languages: 'languages' },
  'translation.failed': {},
  'gate.not-assessed': {},
  'gate.must-be-assessed': {},
} as const satisfies Record<string, Record<string, ParameterKind>>

export type MatchingCode = keyof typeof matchingParameters

type Value<K extends ParameterKind> = K extends 'dealTypes' | 'languages' | 'territories' | 'words'
  ? readonly string[]
  : K extends 'money' | 'number'
    ? number
    : string

type Parameters = typeof matchingParameters

export type ParametersOf<C extends MatchingCode> = {
  -readonly [N in keyof Parameters[C]]: Parameters[C][N] extends ParameterKind ? Value<Parameters[C][N]> : never
}
