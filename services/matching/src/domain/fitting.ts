/** What was seen of a pair, and whether the two belong together. */
export interface Example {
  /** Not negative; as many numbers in every example. */
  inputs: readonly number[]
  isRight: boolean
  /** How much it counts; 1 when absent. */
  weight?: number
  /** Log odds that are known of it beforehand. */
  offset?: number
}

export interface Logistic {
  bias: number
  /** Not negative, so that no input speaks against a pair. */
  weights: readonly number[]
}

export const logistic = (logit: number) => 1 / (1 + Math.exp(-logit))

export const logitOf = ({ bias, weights }: Logistic, inputs: readonly number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * (inputs[place] ?? 0), bias)

export interface FitOptions {
  /** Of half the sum of the squared weights: what examples hardly tell apart stays small. */
  ridge?: number
  /** Instead of weights of 0, those of this model, and its bias too, are what the fit stays near to. */
  from?: Logistic
}
const mostRounds = 500
/** A round that moves no coefficient further ends the fit. */
const settled = 1e-6
/** No step goes further, so that Newton's method does not run away where the curve is flat. */
const longestStep = 1

/**
 * Logistic regression with weights that are not negative, by maximum likelihood less the ridge. One coefficient after the other takes a Newton
 * step, cut off at 0, until none moves: the likelihood is concave, so what is found is the one best. Deterministic.
 */
export const fit = (examples: readonly Example[], { ridge = 1, from }: FitOptions = {}): Logistic => {
  const size = examples[0]?.inputs.length ?? from?.weights.length ?? 0
  const start = from ? [...from.weights, from.bias] : new Array<number>(size + 1).fill(0)
  const coefficients = [...start]
  const logits = examples.map(({ inputs, offset = 0 }) => offset + (from ? logitOf(from, inputs) : 0))
  const columns = Array.from({ length: size + 1 }, (_, place) =>
    examples.map(({ inputs }) => (place === size ? 1 : (inputs[place] ?? 0))),
  )
  for (let round = 0; round < mostRounds; round++) {
    let furthest = 0
    for (const [place, column] of columns.entries()) {
      const isBias = place === size
      const before = coefficients[place] ?? 0
      const held = isBias && !from ? 0 : ridge
      let slope = held * ((start[place] ?? 0) - before)
      let curve = held
      for (const [row, { isRight, weight = 1 }] of examples.entries()) {
        const value = column[row] ?? 0
        if (value === 0) continue
        const expected = logistic(logits[row] ?? 0)
        slope += weight * value * (Number(isRight) - expected)
        curve += weight * value * value * expected * (1 - expected)
      }
      if (curve === 0) continue
      const step = Math.max(-longestStep, Math.min(longestStep, slope / curve))
      const after = isBias ? before + step : Math.max(0, before + step)
      if (after === before) continue
      coefficients[place] = after
      furthest = Math.max(furthest, Math.abs(after - before))
      for (const [row, value] of column.entries()) logits[row] = (logits[row] ?? 0) + (after - before) * value
    }
    if (furthest < settled) break
  }
  return { bias: coefficients[size] ?? 0, weights: coefficients.slice(0, size) }
}
