import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Example, fit, logistic, logitOf } from '../src/domain/fitting.ts'

const anyExamples = fc.array(
  fc.record({
    inputs: fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: 0, max: 4, noNaN: true }))),
    isRight: fc.boolean(),
  }),
  { minLength: 8, maxLength: 40 },
)

const mixed = (examples: readonly Example[]) => new Set(examples.map(({ isRight }) => isRight)).size === 2

/** By the coefficients and, last, the bias: the derivative of the likelihood less the ridge. */
const slopesAt = (examples: readonly Example[], found: ReturnType<typeof fit>, ridge: number) => {
  const missed = examples.map(({ inputs, isRight }) => ({
    inputs: [...inputs, 1],
    by: Number(isRight) - logistic(logitOf(found, inputs)),
  }))
  return [...found.weights, 0].map((weight, place) =>
    missed.reduce(
      (sum, { inputs, by }) => sum + by * inputs[place]!,
      place < found.weights.length ? -ridge * weight : 0,
    ),
  )
}

describe('a fit', () => {
  test('is where no allowed step is better', () => {
    fc.assert(
      fc.property(anyExamples.filter(mixed), fc.double({ min: 0.1, max: 5, noNaN: true }), (examples, ridge) => {
        const found = fit(examples, { ridge })
        const slopes = slopesAt(examples, found, ridge)
        for (const [place, weight] of found.weights.entries()) {
          assert.ok(weight >= 0)
          if (weight > 0) assert.ok(Math.abs(slopes[place]!) < 1e-3, `${slopes}`)
          else assert.ok(slopes[place]! < 1e-3, `${slopes}`)
        }
        assert.ok(Math.abs(slopes.at(-1)!) < 1e-3, `${slopes}`)
      }),
    )
  })

  test('finds the coefficients that made the examples', () => {
    const made = { bias: -3, weights: [2, 0.5] }
    const grid = Array.from({ length: 900 }, (_, n) => [(n % 30) / 10, Math.floor(n / 30) / 10])
    const examples = grid.flatMap((inputs): Example[] => {
      const share = logistic(logitOf(made, inputs))
      return [
        { inputs, isRight: true, weight: share },
        { inputs, isRight: false, weight: 1 - share },
      ]
    })
    const { bias, weights } = fit(examples, { ridge: 1e-6 })
    for (const [place, one] of [bias, ...weights].entries())
      assert.ok(Math.abs(one - [made.bias, ...made.weights][place]!) < 1e-3, `${[bias, ...weights]}`)
  })

  test('gives an input that speaks against a pair no weight', () => {
    const examples = Array.from({ length: 50 }, (_, n) => ({ inputs: [n / 10], isRight: n < 25 }))
    assert.deepEqual(fit(examples).weights, [0])
  })

  test('stays with the model that it begins from where few examples say otherwise', () => {
    const from = { bias: -2, weights: [1.5, 0.2] }
    assert.deepEqual(fit([], { from }), from)
    const contrary = [{ inputs: [3, 1], isRight: false }]
    const after = fit(contrary, { from, ridge: 10 })
    assert.ok(Math.abs(after.weights[0]! - 1.5) < 0.3 && after.weights[0]! < 1.5 && after.bias < -2)
  })

  test('takes what is known beforehand as given', () => {
    const examples = [0, 1, 2, 3].flatMap((n) =>
      [true, false].map((isRight) => ({ inputs: [n], isRight, offset: 2, weight: isRight ? 0.8 : 0.2 })),
    )
    const { bias, weights } = fit(examples)
    assert.ok(Math.abs(bias + 2 - Math.log(4)) < 1e-4 && weights[0]! < 1e-4)
  })
})
