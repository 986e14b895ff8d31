import type { Bounds, IndexDocument, Phrase, SearchQuery } from '../text-index.ts'

/** What an index must answer, scores aside, by looking at every document. */
export class Model {
  readonly #documents = new Map<string, IndexDocument>()

  put(documents: readonly IndexDocument[]): void {
    for (const document of documents) {
      const stored = this.#documents.get(document.id)
      if (!stored || replaces(document, stored)) this.#documents.set(document.id, document)
    }
  }

  /** In the order of the query, or by id when that is the score. */
  search(query: SearchQuery): IndexDocument[] {
    const { order } = query
    const number = (document: IndexDocument) => (order && document.numbers[order.by]) ?? 0
    return [...this.#documents.values()]
      .filter((document) => matches(document, query))
      .sort((a, b) => {
        const distance = (number(a) - number(b)) * (order?.descending ? -1 : 1)
        return distance || compare(a.id, b.id)
      })
  }
}

const replaces = ({ version, enriched }: IndexDocument, stored: IndexDocument): boolean =>
  version > stored.version || (version === stored.version && enriched === true)

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function matches(
  { text, keywords, numbers }: IndexDocument,
  { match, phrases, where, range, outside, order }: SearchQuery,
): boolean {
  if (match) {
    const tokens = new Set(Object.keys(match.fields).flatMap((field) => text[field] ?? []))
    const held = match.tokens.filter((token) => tokens.has(token)).length
    if (held === 0 || (match.require === 'all' && held < match.tokens.length)) return false
  }
  const { fields = [], each = [], without = [] } = phrases ?? {}
  const stands = (phrase: Phrase) => fields.some((field) => standsIn(text[field] ?? [], phrase))
  if (!each.every((alternatives) => alternatives.some(stands)) || without.some(stands)) return false
  for (const [field, accepted] of Object.entries(where ?? {})) {
    if (!keywords[field]?.some((value) => accepted.includes(value))) return false
  }
  const liesIn = ([field, { gte = -Infinity, lte = Infinity }]: [string, Bounds]) =>
    numbers[field] !== undefined && numbers[field] >= gte && numbers[field] <= lte
  if (!Object.entries(range ?? {}).every(liesIn) || Object.entries(outside ?? {}).some(liesIn)) return false
  return !order || numbers[order.by] !== undefined
}

const standsIn = (tokens: readonly string[], phrase: Phrase): boolean =>
  tokens.some((_, from) => phrase.every((token, place) => tokens[from + place] === token))

/** The ten most frequent values, each counted once a document. */
export function countValues(documents: readonly IndexDocument[], field: string): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { keywords } of documents) {
    for (const value of new Set(keywords[field])) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
    .slice(0, 10)
}
