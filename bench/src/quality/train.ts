import { readFileSync, writeFileSync } from 'node:fs'
import { type ScoreModel, scoreModel } from '@techbridge/contracts'
import { expectedPairs, nearMisses } from '../../../infra/local/test/sample-pairs.ts'
import type { Embedder } from '../../../packages/embedder/src/embedder.ts'
import { cosine } from '../../../packages/embedder/src/vectors.ts'
import { type Example, fit } from '../../../services/matching/src/domain/fitting.ts'
import { bent, priorAmong, shipped, wordTerms } from '../../../services/matching/src/domain/model.ts'
import { type Analysed, analyseAll } from './analysed.ts'
import { openEmbeddedOnce } from './embedded.ts'
import { halvesOf } from './halves.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere, type Relevance } from './labelled-data.ts'
import { type Matcher, openMatcher } from './matcher.ts'
import { askedLines, readNtrex, translated } from './ntrex.ts'
import { readSbir } from './sbir.ts'

const modelFile = new URL('../../../services/matching/src/domain/models/shipped.json', import.meta.url)
const round = (value: number) => Math.round(value * 1e4) / 1e4

/** Fits the model that comes with the service, on tuning halves alone, and writes it. */
export const train = async () => {
  if (!isThere('sbir') || !isThere('ntrex')) return
  const words = await fitWords()
  const meaning = await fitMeaning()
  if (!meaning) return
  const version = `shipped-${Number(/\d+$/.exec(shipped.version)?.[0] ?? 0) + Number(!isSame(words, meaning))}`
  const fittedOn = [
    'SBIR topics as needs, whole and as titles, and awards as offers: needs of even hash, 50 candidates each',
    'NTREX-128 (newstest2019): every eighth line, the even ones, with the 20 English sentences nearest to each',
    'The sample data of Techbridge: each text of a need with those of offers in other languages, 23 pairs',
  ]
  const model = scoreModel.parse({ version, fittedOn, words, meaning })
  writeFileSync(modelFile, `${JSON.stringify(model, undefined, 2)}\n`)
  console.log(JSON.stringify(model, undefined, 2))
}

const isSame = (words: ScoreModel['words'], meaning: ScoreModel['meaning']) =>
  JSON.stringify([words, meaning]) === JSON.stringify([shipped.words, shipped.meaning])

const fitWords = async (): Promise<ScoreModel['words']> => {
  const { offersOf, ...texts } = readSbir()
  const { tuning } = halvesOf(texts.needs)
  const offers = await analyseAll('offer', texts.offers)
  const titles = tuning.map((need) => ({ ...need, body: '' }))
  const needs = [...(await analyseAll('need', tuning)), ...(await analyseAll('need', titles))]
  const examples = await withIndexes(async (indexes) =>
    examplesOf(await openMatcher(indexes, { need: [], offer: offers }), needs, offersOf),
  )
  const { bias, weights } = fit(examples)
  return { bias: round(bias), terms: wordTerms.map((term, place) => ({ ...term, weight: round(weights[place] ?? 0) })) }
}

const examplesOf = async (
  matcher: Matcher,
  needs: readonly Analysed[],
  offersOf: ReadonlyMap<string, Relevance>,
): Promise<Example[]> => {
  const examples: Example[] = []
  for (const need of needs) {
    const { assessed } = await matcher.rank(need)
    for (const { offer, scoring } of assessed) {
      const inputs = wordTerms.map(({ input, scale }) => bent(scoring.inputs[input] ?? 0, scale))
      examples.push({ inputs, isRight: offersOf.get(need.id)?.has(offer.id) === true })
    }
  }
  return examples
}

/** Cosines count from here on. */
const from = 0.2
const nearest = 20
/** Cosines move by a tenth where evidence moves by one, so that one ridge suits both. */
const tenths = 10

const fitMeaning = async (): Promise<ScoreModel['meaning'] | undefined> => {
  const once = await openEmbeddedOnce()
  if (!once) return undefined
  const { embedder } = once
  const [news, technologies] = [await examplesOfNews(embedder), await examplesOfSample(embedder)]
  await embedder.close()
  // So that the few technologies say as much as the many sentences of news.
  const weight = rightIn(news) / rightIn(technologies)
  const examples = [...news, ...technologies.map((one) => ({ ...one, weight }))]
  const { bias, weights } = fit(examples, { ridge: 0.1 })
  const [slope = 0, ...offsets] = weights
  return {
    bias: round(bias),
    from,
    weight: round(slope * tenths),
    among,
    languages: Object.fromEntries(translated.map((language, place) => [language, round(offsets[place] ?? 0)])),
  }
}

const rightIn = (examples: readonly Example[]) => examples.filter(({ isRight }) => isRight).length

/** Of a cosine between texts in these languages, to each of which English adds nothing. */
const inputsOf = (cosine: number, languages: readonly string[]) => [
  tenths * Math.max(0, cosine - from),
  ...translated.map((one) => Number(languages.includes(one))),
]

/** English sentences of news. */
const among = 1997

const examplesOfNews = async (embedder: Embedder): Promise<Example[]> => {
  const { english, translationIn } = readNtrex()
  const vectors = await embedder.embed(english, { kind: 'query', language: 'en' })
  const examples: Example[] = []
  for (const language of translated) {
    const lines = translationIn(language)
    for (const line of askedLines(lines.length, 'tuning')) {
      const [vector] = await embedder.embed([lines[line] ?? ''], { kind: 'query', language })
      if (!vector) continue
      const near = vectors
        .map((other, place) => ({ place, cosine: cosine(vector, other) }))
        .sort((one, other) => other.cosine - one.cosine)
        .slice(0, nearest)
      for (const one of near) examples.push({ inputs: inputsOf(one.cosine, [language]), isRight: one.place === line })
    }
  }
  return examples
}

/** Needs and offers of the sample data, each text with each offer's texts in other languages. */
const examplesOfSample = async (embedder: Embedder): Promise<Example[]> => {
  const [needs, offers] = [await embeddedSample(embedder, 'needs'), await embeddedSample(embedder, 'offers')]
  const right = new Set([...expectedPairs, ...nearMisses].map(({ need, offer }) => `${need}~${offer}`))
  const offset = priorAmong(among, new Set(offers.map(({ key }) => key)).size)
  return needs.flatMap((need) =>
    offers
      .filter(({ language }) => language !== need.language)
      .map((offer) => ({
        inputs: inputsOf(cosine(need.vector, offer.vector), [need.language, offer.language]),
        isRight: right.has(`${need.key}~${offer.key}`),
        offset,
      })),
  )
}

interface SampleLine {
  key: string
  content: { texts: Record<string, { title: string; summary: string }> }
}

const embeddedSample = async (embedder: Embedder, kind: 'needs' | 'offers') => {
  const file = new URL(`../../../infra/local/sample/${kind}.ndjson`, import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const embedded = []
  for (const line of lines) {
    const { key, content }: SampleLine = JSON.parse(line)
    for (const [language, { title, summary }] of Object.entries(content.texts)) {
      const [vector] = await embedder.embed([`${title}\n${summary}`], { kind: 'query', language })
      if (vector) embedded.push({ key, language, vector })
    }
  }
  return embedded
}
