import type { Refusal, ScoreInputs, ScoreModel } from '@techbridge/contracts'
import { type Example, fit, type Logistic, logistic } from './fitting.ts'
import { hashOf } from './hash.ts'
import type { Match } from './match.ts'
import { bent, wordLogits } from './model.ts'
import { movedBy } from './score.ts'

/** A pair that was decided on, as it was scored. */
export interface Labelled {
  id: string
  inputs: ScoreInputs
  /** What its conditions add to the log odds. */
  moved: number
  isRight: boolean
}

type Decided = Pick<Match, 'id' | 'disclosed' | 'refusal' | 'scoring' | 'features'>

const saysWrong: readonly Refusal['code'][] = ['notRelevant']

/**
 * What was decided of a match says whether its texts belong together where an officer approved it, or somebody refused it as not relevant. Other
 * reasons, such as a price, say nothing of that. Pairs without a language in common are scored by meaning, which is not learnt here.
 */
export const labelled = ({ id, disclosed, refusal, scoring, features }: Decided): Labelled | undefined => {
  if (scoring?.inputs.words === undefined) return undefined
  const isWrong = refusal !== undefined && saysWrong.includes(refusal.code)
  if (!isWrong && !disclosed) return undefined
  const moved = features.reduce((sum, { name, value }) => sum + movedBy(name, value), 0)
  return { id, inputs: scoring.inputs, moved, isRight: !isWrong }
}

/** The score of a pair with a language in common by another model, of the inputs that it was scored by. */
export const scoreBy = (model: ScoreModel, { inputs, moved }: Pick<Labelled, 'inputs' | 'moved'>): number =>
  logistic(Object.values(wordLogits(model, inputs)).reduce((sum, one) => sum + one, model.words.bias + moved))

/** Fewer decisions, or fewer of either kind, tell nothing. */
export const fewest = { all: 100, ofEach: 20 }
/** Every third match is held back. */
const heldBackOf = 3
/** Weights stay near to those of the current model: there are few decisions, and of proposed pairs alone. */
const ridge = 5
const resamples = 1000

export interface Learnt {
  labelled: { right: number; wrong: number }
  heldBack: number
  accepted: boolean
  why: string
  gain?: { mean: number; low: number; high: number }
  words?: ScoreModel['words']
}

/** Fits a model on decisions, beginning from the current one, and says whether it is better on those that were held back. */
export const learn = (current: ScoreModel, all: readonly Labelled[]): Learnt => {
  const right = all.filter(({ isRight }) => isRight).length
  const counts = { right, wrong: all.length - right }
  const refuse = (why: string): Learnt => ({ labelled: counts, heldBack: 0, accepted: false, why })
  if (all.length < fewest.all)
    return refuse(`There are ${all.length} decisions on relevance; ${fewest.all} are needed. Decide on more matches.`)
  if (Math.min(right, counts.wrong) < fewest.ofEach)
    return refuse(
      `There are ${right} approved and ${counts.wrong} irrelevant matches; ${fewest.ofEach} of each are needed.`,
    )
  const isHeldBack = ({ id }: Labelled) => hashOf(id, 0x811c9dc5) % heldBackOf === 0
  const heldBack = all.filter(isHeldBack)
  const words = fitted(
    current,
    all.filter((one) => !isHeldBack(one)),
  )
  const learnt = { ...current, words }
  const gains = heldBack.map((one) => likelihood(learnt, one) - likelihood(current, one))
  const gain = intervalOf(gains)
  const accepted = gain.low > 0
  const why = accepted
    ? 'It is better than the current model on the decisions that were held back.'
    : 'It is not surely better than the current model on the decisions that were held back, so it is not taken.'
  return { labelled: counts, heldBack: heldBack.length, accepted, why, gain, words }
}

const fitted = (current: ScoreModel, examples: readonly Labelled[]): ScoreModel['words'] => {
  const { terms, bias } = current.words
  const from: Logistic = { bias, weights: terms.map(({ weight }) => weight) }
  const found = fit(
    examples.map(
      ({ inputs, moved, isRight }): Example => ({
        inputs: terms.map(({ input, scale }) => bent(inputs[input] ?? 0, scale)),
        isRight,
        offset: moved,
      }),
    ),
    { from, ridge },
  )
  return { bias: found.bias, terms: terms.map((term, place) => ({ ...term, weight: found.weights[place] ?? 0 })) }
}

/** A probability of 0 would cost without end. */
const floor = 1e-6

const likelihood = (model: ScoreModel, one: Labelled) => {
  const probability = scoreBy(model, one)
  return Math.log(Math.max(floor, one.isRight ? probability : 1 - probability))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** 95 % interval of a mean by bootstrap, with the same draws in every run. */
const intervalOf = (values: readonly number[]) => {
  const drawn = (n: number, m: number) => values[hashOf(`${n}~${m}`, 0x811c9dc5) % values.length] ?? 0
  const means = Array.from({ length: resamples }, (_, n) => mean(values.map((_one, m) => drawn(n, m)))).sort(
    (one, other) => one - other,
  )
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(share * resamples))] ?? 0
  return { mean: mean(values), low: at(0.025), high: at(0.975) }
}
