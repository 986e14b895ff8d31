import { createHash } from 'node:crypto'
import type { Embedder, Kind, RawEmbedder } from './embedder.ts'
import texts from './means/texts.json' with { type: 'json' }
import { meanOf, minus, unit } from './vectors.ts'

/** Sentences of our own, by language: their mean is what vectors of the language have in common. */
const calibration: Readonly<Record<string, readonly string[]>> = texts

/** The mean of a language for a kind of text, under `kind/language`, as its numbers in base64. */
export type Means = Readonly<Record<string, string>>

const pooled = 'und'

/** Names the sentences, so that vectors of which another mean was taken are not compared. */
const revision = createHash('sha256').update(JSON.stringify(calibration)).digest('hex').slice(0, 8)
export const centredModel = (model: string) => `${model}.${revision}`

const numbersOf = (base64: string) => new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)
const keyOf = (kind: Kind, language: string) => `${kind}/${language}`

const languageOf = (tag: string) => {
  const primary = tag.toLowerCase().split('-')[0] ?? pooled
  return Object.hasOwn(calibration, primary) ? primary : pooled
}

const sentencesOf = (language: string) =>
  language === pooled ? Object.values(calibration).flatMap((some) => some.slice(0, 8)) : (calibration[language] ?? [])

const computeMean = async (raw: RawEmbedder, kind: Kind, language: string) =>
  meanOf(await raw.embed(sentencesOf(language), kind), raw.dimension)

/** All means of a model, to be kept beside it. */
export const computeMeans = async (raw: RawEmbedder): Promise<Means> => {
  const means: Record<string, string> = {}
  for (const kind of ['query', 'passage'] as const)
    for (const language of [...Object.keys(calibration), pooled])
      means[keyOf(kind, language)] = Buffer.from((await computeMean(raw, kind, language)).buffer).toString('base64')
  return means
}

/**
 * Takes from each vector the mean of its language. Without that, a model puts texts of one language together first, and what they say comes
 * second. Means that are not known are computed once, when first needed.
 */
export const centred = (raw: RawEmbedder, known: Means = {}): Embedder => {
  const means = new Map<string, Promise<Float32Array>>()
  const meanFor = (kind: Kind, language: string) => {
    const key = keyOf(kind, language)
    const found = means.get(key)
    if (found) return found
    const stored = Object.hasOwn(known, key) ? known[key] : undefined
    const made = stored === undefined ? computeMean(raw, kind, language) : Promise.resolve(numbersOf(stored))
    means.set(key, made)
    made.catch(() => means.delete(key))
    return made
  }
  return {
    model: centredModel(raw.model),
    dimension: raw.dimension,
    embed: async (given, { kind, language }) => {
      if (given.length === 0) return []
      const mean = await meanFor(kind, languageOf(language))
      return (await raw.embed(given, kind)).map((vector) => unit(minus(vector, mean)))
    },
    close: () => raw.close(),
  }
}
