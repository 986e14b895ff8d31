import type { IndexSpec } from './text-index.ts'

type Fields = Omit<IndexSpec, 'name'>

/**
 * The fields that an index was made with and, behind them, the keywords and numbers that a later version adds, and the models of vectors of
 * both; text fields may come to be
 * restricted. `undefined` when the index does not become what is asked for that way: other text fields weigh otherwise, and a field that is
 * gone may be a slip.
 */
export const grown = <S extends Fields>(stored: S, wanted: Fields): S | undefined => {
  const added = (of: 'text' | 'keywords' | 'numbers') =>
    wanted[of].filter((field) => !stored[of].includes(field)).toSorted()
  const isGone = (['text', 'keywords', 'numbers'] as const).some((of) =>
    stored[of].some((field) => !wanted[of].includes(field)),
  )
  const { restricted = stored.restricted } = wanted
  const isOtherwise = stored.restricted !== undefined && String(restricted) !== String(stored.restricted)
  const { vectors = [] } = wanted
  const models = [
    ...vectors,
    ...(stored.vectors ?? []).filter(({ model }) => vectors.every((one) => one.model !== model)),
  ]
  if (isGone || isOtherwise || added('text').length > 0) return undefined
  return {
    ...stored,
    ...(restricted && { restricted }),
    keywords: [...stored.keywords, ...added('keywords')],
    numbers: [...stored.numbers, ...added('numbers')],
    ...(models.length > 0 && { vectors: models }),
  }
}
