import type { ProfileKind } from '@techbridge/contracts'
import { cosine, meanOf, minus, unit } from '../../../packages/embedder/src/vectors.ts'
import { publicTextOf } from '../../../services/matching/src/domain/meaning.ts'
import { type Analysed, analyseAll, withMeaning } from './analysed.ts'
import { type Judgement, printCalibration } from './calibration.ts'
import { type EmbeddedOnce, openEmbeddedOnce } from './embedded.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere, read } from './labelled-data.ts'
import { openMatcher } from './matcher.ts'
import { interval, mean } from './measures.ts'
import { askedLines, readNtrex, translated } from './ntrex.ts'
import { readPairs } from './pairs-across-languages.ts'
import type { Text } from './publications.ts'
import { formatInterval, printTable } from './table.ts'

/** How well texts are found and proposed across languages, and what embedding costs. Nothing here was used for a fit. */
export const languages = async () => {
  const once = await openEmbeddedOnce()
  if (!once) return
  try {
    if (isThere('ntrex')) {
      await sentences(once)
      await proposalsOfSentences(once)
    }
    if (isThere('covid-terms')) await terms(once)
    await pairs(once)
    await cost(once)
  } finally {
    await once.raw.close()
  }
}

/** The place of what belongs to each, 0 for the first; vectors of length 1. */
const placesOf = (asked: readonly Float32Array[], among: readonly Float32Array[], right: readonly number[]) =>
  asked.map((one, n) => {
    const own = cosine(one, among[right[n] ?? 0] ?? one)
    return among.filter((other) => cosine(one, other) > own).length
  })

const shareWithin = (places: readonly number[], depth: number) => places.map((place) => Number(place < depth))

const shares = (name: string, hits: readonly number[]) => ({
  [name]: mean(hits),
  [`${name} (95 %)`]: formatInterval(interval(hits)),
})

/** Means of the even lines, as the goal has it, and those of the service. */
const sentences = async ({ raw, embedder }: EmbeddedOnce) => {
  const { english, translationIn } = readNtrex()
  const centredBy = (vectors: readonly Float32Array[], from: readonly Float32Array[]) => {
    const middle = meanOf(from, raw.dimension)
    return vectors.map((one) => unit(minus(one, middle)))
  }
  const rawEnglish = await raw.embed(english, 'query')
  const ownEnglish = centredBy(
    rawEnglish,
    rawEnglish.filter((_, line) => line % 2 === 0),
  )
  const served = await embedder.embed(english, { kind: 'query', language: 'en' })
  const rows = []
  for (const language of translated) {
    const lines = translationIn(language)
    const [tuning, heldOut] = [askedLines(lines.length, 'tuning'), askedLines(lines.length, 'heldOut')]
    const textsOf = (numbers: readonly number[]) => numbers.map((line) => lines[line] ?? '')
    const even = await raw.embed(textsOf(tuning), 'query')
    const odd = centredBy(await raw.embed(textsOf(heldOut), 'query'), even)
    const oddServed = await embedder.embed(textsOf(heldOut), { kind: 'query', language })
    rows.push({
      '': language,
      n: heldOut.length,
      ...shares('R@1', shareWithin(placesOf(odd, ownEnglish, heldOut), 1)),
      ...shares('R@1, means of the service', shareWithin(placesOf(oddServed, served, heldOut), 1)),
    })
  }
  printTable(`NTREX, odd lines: the English original among ${english.length}`, rows)
}

const terms = async ({ embedder }: EmbeddedOnce) => {
  const [head = '', ...lines] = read('covid-terms/fb_covid_terms.tsv').split('\n').filter(Boolean)
  const columns = head.split('\t').map((name) => name.trim())
  const cellsOf = (line: string) => new Map(line.split('\t').map((cell, n) => [columns[n] ?? '', cell.trim()]))
  const rows = lines.map(cellsOf).filter((row) => row.get('en'))
  const english = await embedder.embed(
    rows.map((row) => row.get('en') ?? ''),
    { kind: 'query', language: 'en' },
  )
  const table = []
  for (const language of translated) {
    const asked = rows.flatMap((row, n) => (row.get(language) ? [n] : []))
    const vectors = await embedder.embed(
      asked.map((n) => rows[n]?.get(language) ?? ''),
      { kind: 'query', language },
    )
    const places = placesOf(vectors, english, asked)
    table.push({
      '': language,
      n: asked.length,
      ...shares('R@1', shareWithin(places, 1)),
      ...shares('R@10', shareWithin(places, 10)),
    })
  }
  printTable(`Terms of a pandemic: the English term among ${english.length}, by meaning alone`, table)
}

/** Texts as matching has them once the model has read them; `read` gives what the model reads of each. */
const embedded = async (
  { embedder }: EmbeddedOnce,
  kind: ProfileKind,
  texts: readonly Text[],
  read: (one: Analysed, text: Text) => string,
): Promise<Analysed[]> => {
  const analysed = await analyseAll(kind, texts)
  const all: Analysed[] = []
  for (const [n, one] of analysed.entries()) {
    const text = texts[n]
    if (!text) continue
    const [values] = await embedder.embed([read(one, text)], { kind: 'query', language: text.language ?? 'en' })
    all.push(await withMeaning(one, { model: embedder.model, values: [...(values ?? [])] }))
  }
  return all
}

/** What is proposed to each need, of which one offer is right. */
const proposalsOf = async (
  once: EmbeddedOnce,
  needs: readonly Analysed[],
  offers: readonly Analysed[],
  rightFor: (need: string) => string,
) =>
  withIndexes(async (indexes) => {
    const matcher = await openMatcher(indexes, { need: [], offer: offers }, once.embedder)
    const asked = []
    const judged: Judgement[] = []
    for (const need of needs) {
      const { proposed, byScore, scores, assessed } = await matcher.rank(need)
      const right = rightFor(need.id)
      asked.push({
        id: need.id,
        found: Number(proposed.includes(right)),
        wrong: proposed.filter((id) => id !== right).length,
        first: Number(byScore[0] === right),
        isCandidate: Number(assessed.some(({ offer }) => offer.id === right)),
      })
      for (const [n, id] of byScore.entries())
        judged.push({ query: need.id, probability: scores[n] ?? 0, isRight: id === right })
    }
    return { asked, judged }
  })

type Asked = Awaited<ReturnType<typeof proposalsOf>>['asked']

const rowOf = (name: string, asked: Asked) => ({
  '': name,
  n: asked.length,
  ...shares(
    'true pairs proposed',
    asked.map(({ found }) => found),
  ),
  'wrong ones a need': mean(asked.map(({ wrong }) => wrong)),
  'ranked first': mean(asked.map(({ first }) => first)),
  'among the candidates': mean(asked.map(({ isCandidate }) => isCandidate)),
})

const proposalsOfSentences = async (once: EmbeddedOnce) => {
  const { english, translationIn } = readNtrex()
  const asText = (language: string) => (title: string, line: number) => ({
    id: `${language}-${line}`,
    title,
    body: '',
    language,
  })
  const sentence = (_: Analysed, { title }: Text) => title
  const offers = await embedded(once, 'offer', english.map(asText('en')), sentence)
  const rows = []
  const judgedInAll: Judgement[] = []
  for (const language of translated) {
    const lines = translationIn(language)
    const texts = askedLines(lines.length, 'heldOut').map((line) => asText(language)(lines[line] ?? '', line))
    const needs = await embedded(once, 'need', texts, sentence)
    const { asked, judged } = await proposalsOf(once, needs, offers, (need) => need.replace(/^\w+/, 'en'))
    rows.push(rowOf(language, asked))
    judgedInAll.push(...judged)
  }
  printTable('NTREX, odd lines as needs, all English lines as offers: what is proposed', rows)
  printCalibration('NTREX, odd lines, all languages', judgedInAll)
}

/** What is proposed to the needs of pairs of technologies in two languages. */
export const askPairs = async (once: EmbeddedOnce) => {
  const all = readPairs()
  const shown = ({ profile }: Analysed) => publicTextOf(profile.profile).text
  const textsOf = (kind: ProfileKind) => all.map((pair, n) => ({ id: `${kind}-${n}`, ...pair[kind] }))
  const needs = await embedded(once, 'need', textsOf('need'), shown)
  const offers = await embedded(once, 'offer', textsOf('offer'), shown)
  const answers = await proposalsOf(once, needs, offers, (need) => need.replace('need', 'offer'))
  return { all, needs, offers, ...answers }
}

const pairs = async (once: EmbeddedOnce) => {
  const { all, needs, offers, asked, judged } = await askPairs(once)
  const isIn = (language: string) => (_: unknown, n: number) =>
    all[n]?.need.language === language || all[n]?.offer.language === language
  const conceptsOf = ({ profile }: Analysed) => Object.keys(profile.text.concepts)
  const sharesNone = (_: unknown, n: number) => {
    const offered = offers[n] ? conceptsOf(offers[n]) : []
    return !(needs[n] && conceptsOf(needs[n]).some((concept) => offered.includes(concept)))
  }
  printTable('Pairs of technologies in two languages, each need among all offers', [
    rowOf('all', asked),
    rowOf('no concept in common', asked.filter(sharesNone)),
    ...['en', ...translated].map((language) => rowOf(language, asked.filter(isIn(language)))),
  ])
  printCalibration('Pairs of technologies', judged)
}

/** A long text: the model reads its first 256 pieces. */
const longText =
  'A membrane of ceramic fibres filters brackish water at low pressure and is cleaned by reversed flow. '.repeat(20)
const runs = 10

const cost = async ({ raw }: EmbeddedOnce) => {
  const [begun, began] = [process.cpuUsage(), performance.now()]
  // Each text differs, so that none is remembered.
  for (let n = 0; n < runs; n++) await raw.embed([`${began} ${n} ${longText}`], 'query')
  const { user, system } = process.cpuUsage(begun)
  printTable('Embedding a profile of 256 pieces', [
    {
      'seconds of a core': (user + system) / 1e6 / runs,
      'seconds that it takes': (performance.now() - began) / 1000 / runs,
      'memory of this process, MB': Math.round(process.memoryUsage.rss() / 1e6),
    },
  ])
}
