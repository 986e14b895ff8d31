import {
  type Feature,
  type FeatureName,
  message,
  render,
  type ScoreInputs,
  type ScoreModel,
  type Scoring,
} from '@techbridge/contracts'
import { conceptSimilarity } from './concept-similarity.ts'
import { dealType, type Finding, sector, territory, trl } from './conditions.ts'
import type { CorpusStatistics } from './corpus.ts'
import { logistic } from './fitting.ts'
import { bent, meaningLogits, shipped, wordLogits } from './model.ts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer } from './profile.ts'
import { apportioned, none, round, type Similarity } from './similarity.ts'
import { textSimilarity } from './text-similarity.ts'

export interface Sides {
  need: PublishedNeed
  needText: AnalysedTerms
  offer: PublishedOffer
  offerText: AnalysedTerms
  /** The cosine of what both say, where a model has read them. */
  cosine?: number | undefined
}

export interface Score {
  score: number
  features: Feature[]
}

export interface Assessed {
  score: number
  /** How many different words and concepts that tell something the two have in common. */
  alike: Record<'text' | 'concepts', number>
  /** Whether the score rests on how near their meanings are. */
  byMeaning: boolean
  /** The model that the score is of, and what it was given. */
  scoring: Scoring
  /** Its parts, with their reasons. */
  features(): Feature[]
}

/**
 * How far each condition moves the log odds of a pair, from one that does not fit at all to one that fits, and the fit at which it says
 * nothing: judgement, since no labels tell what a licence or a territory is worth. Nothing about an organisation's size, origin or name enters.
 */
const priors: Readonly<Record<Exclude<FeatureName, 'text' | 'concepts'>, { strength: number; neutral: number }>> = {
  sector: { strength: 1.5, neutral: 0.6 },
  trl: { strength: 1, neutral: 0.5 },
  territory: { strength: 0.5, neutral: 1 },
  dealType: { strength: 1, neutral: 1 },
}

/** Without words and vectors to compare. Judgement again: hardly any labelled pair names concepts enough. */
const conceptsAlone = { bias: -6, weight: 3.3, scale: 1 }
/** Shared concepts beyond this evidence are not missed. */
const manyConcepts = 20

/** A pair is proposed from this probability on, unless the office has set another … */
export const defaultThreshold = 0.1
/** … when the two have so many different words, or concepts, in common: one may be in any text; or, across languages, by meaning. */
const leastEvidence = { text: 3, concepts: 2 }

export const isProposable = (
  { score, alike, byMeaning }: Omit<Assessed, 'features' | 'scoring'>,
  threshold = defaultThreshold,
) => score >= threshold && (alike.text >= leastEvidence.text || alike.concepts >= leastEvidence.concepts || byMeaning)

/** What the texts say of a pair, in log odds. */
interface TextLogits {
  bias: number
  text: number
  concepts: number
  /** What concepts would add that are shared throughout. */
  mostConcepts: number
}

/**
 * The probability that a need and an offer belong together. The texts say it by a fitted model: words, phrases and concepts of a pair with a language in common;
 * else how near the meanings are, or concepts alone, whichever gives more. The conditions move its odds. Each feature then has a part of the
 * score as large as its part of all that speaks for the pair.
 */
export const score = (sides: Sides, statistics: CorpusStatistics, model: ScoreModel = shipped): Assessed => {
  const { needText, offerText } = sides
  const speakAlike = Object.keys(needText.languages).some((language) => language in offerText.languages)
  const words = speakAlike ? textSimilarity(needText, offerText, statistics) : none
  const named = conceptSimilarity(needText, offerText, statistics, speakAlike)
  const inputs: ScoreInputs = { ...words.inputs, ...named.inputs }
  const byConcepts = speakAlike ? wordsIn(model, inputs) : conceptsIn(inputs)
  const byCosine =
    speakAlike || sides.cosine === undefined ? undefined : meaningIn(model, sides, sides.cosine, statistics.documents)
  const byMeaning = byCosine !== undefined && byCosine.text > 0 && sumOf(byCosine) >= sumOf(byConcepts)
  const logits = byMeaning ? byCosine : byConcepts

  const conditions = [sector(sides), trl(sides), territory(sides), dealType(sides)]
  const said = conditions.reduce((sum, { name, value }) => sum + movedBy(name, value), sumOf(logits))
  const probability = logistic(said)
  const gained = (logit: number) => logistic(said + logit) - probability
  const speaking = [logits.text, logits.concepts, ...conditions.map(({ name, value }) => strengthOf(name) * value)]
  const rounded = speaking.some((one) => one > 0) ? round(probability) : 0
  return {
    score: rounded,
    alike: { text: words.alike, concepts: named.alike },
    byMeaning,
    scoring: { model: model.version, inputs: roundedInputs({ ...inputs, ...(byCosine && { cosine: sides.cosine }) }) },
    features: () => {
      const [ofText = 0, ofConcepts = 0, ...ofConditions] = apportioned(rounded, speaking)
      const isCompared = speakAlike || byMeaning
      const missed = Math.max(0, logits.mostConcepts - logits.concepts)
      return [
        featureOf(byMeaning ? meaning() : text(words, speakAlike), ofText, isCompared ? 1 - probability : 0),
        featureOf(concepts(named), ofConcepts, gained(missed)),
        ...conditions.map((finding, place) => {
          const contribution = ofConditions[place] ?? 0
          const { name, value } = finding
          const weight = value > 0 ? Math.min(1, contribution / value) : gained(strengthOf(name))
          return toFeature(finding, { weight, value, contribution })
        }),
      ]
    },
  }
}

const sumOf = ({ bias, text, concepts }: TextLogits) => bias + text + concepts

const wordsIn = (model: ScoreModel, inputs: ScoreInputs): TextLogits => {
  const { words, phrases, title, concepts } = wordLogits(model, inputs)
  const most = wordLogits(model, { concepts: manyConcepts }).concepts
  return { bias: model.words.bias, text: words + phrases + title, concepts, mostConcepts: most }
}

const conceptsIn = ({ concepts = 0 }: ScoreInputs): TextLogits => {
  const { bias, weight, scale } = conceptsAlone
  return { bias, text: 0, concepts: weight * bent(concepts, scale), mostConcepts: weight * bent(manyConcepts, scale) }
}

const meaningIn = (
  model: ScoreModel,
  { needText, offerText }: Sides,
  cosine: number,
  documents: number,
): TextLogits => {
  const languages = [needText, offerText].flatMap(({ languages }) => Object.keys(languages).slice(0, 1))
  const { bias, added } = meaningLogits(model, { cosine, languages, documents })
  return { bias, text: added, concepts: 0, mostConcepts: 0 }
}

const isCondition = (name: FeatureName): name is keyof typeof priors => Object.hasOwn(priors, name)
const strengthOf = (name: FeatureName) => (isCondition(name) ? priors[name].strength : 0)
/** What a condition adds to the log odds of a pair, or takes from them. */
export const movedBy = (name: FeatureName, value: number) =>
  isCondition(name) ? priors[name].strength * (value - priors[name].neutral) : 0

const roundedInputs = (inputs: ScoreInputs): ScoreInputs =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, round(value)]))

/** A feature that is not measured from 0 to 1 by itself: its value is what it has contributed of what it could. */
const featureOf = (finding: Finding, contribution: number, lost: number): Feature => {
  const weight = contribution + lost
  return toFeature(finding, { weight, value: weight > 0 ? contribution / weight : 0, contribution })
}

const toFeature = (
  { name, reason, terms }: Finding,
  { weight, value, contribution }: Pick<Feature, 'weight' | 'value' | 'contribution'>,
): Feature => ({
  name,
  weight: round(weight),
  value: round(value),
  contribution,
  why: render(reason),
  reasons: [reason],
  terms,
})

const meaning = (): Finding => ({ name: 'text', value: 1, reason: message('text.near-in-meaning') })

const text = (words: Similarity, speakAlike: boolean): Finding => {
  if (!speakAlike) return { name: 'text', value: 0, reason: message('text.no-common-language') }
  const { value } = words
  const terms = words.terms()
  const reason =
    terms.length > 0 ? message('text.shared', { terms: terms.map(({ need }) => need) }) : message('text.nothing-shared')
  return { name: 'text', value, reason, terms }
}

const concepts = (named: Similarity): Finding => {
  const { value } = named
  const terms = named.terms()
  const pairs = terms.map(({ need, offer }) => (need === offer ? need : `${need} = ${offer}`))
  const reason =
    terms.length > 0 ? message('concepts.shared', { terms: [...new Set(pairs)] }) : message('concepts.nothing-shared')
  return { name: 'concepts', value, reason, terms }
}
