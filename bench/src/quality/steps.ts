import { chosen, type Weighing } from '../../../services/matching/src/domain/text-similarity.ts'
import type { Answer } from './answers.ts'
import { halvesOf } from './halves.ts'
import { interval, mean, ndcg } from './measures.ts'
import { formatInterval, printTable } from './table.ts'

const textbook: Weighing = { k1: 1.2, b: 0.75, shortest: 0, power: 1, title: 1, pair: 0 }

/** What each step changes of those before it. The last one arrives at what the service does. */
const steps: readonly (readonly [name: string, change: Partial<Weighing>])[] = [
  ['query term counts, no rarity cut', {}],
  [`b ${chosen.b}`, { b: chosen.b }],
  [`at least a fifth of the average length`, { shortest: chosen.shortest }],
  [`rarity to the power of ${chosen.power}`, { power: chosen.power }],
  [`k1 ${chosen.k1}`, { k1: chosen.k1 }],
  [`words of the title count ${chosen.title} times`, { title: chosen.title }],
  [`pairs of words weigh ${chosen.pair}`, chosen],
]

/** nDCG@10 of the candidates by their words alone, after each step, and what the step gained. */
export const printSteps = async (title: string, answers: readonly Answer[]) => {
  const rows = []
  let weighing = textbook
  let before: Gained[] = []
  for (const [name, change] of steps) {
    weighing = { ...weighing, ...change }
    const after: Gained[] = []
    for (const [place, { id, judged, byWords }] of answers.entries()) {
      const value = ndcg(10)({ ranked: await byWords(weighing), relevance: judged.byScore.relevance })
      after.push({ id, value, gain: value - (before[place]?.value ?? value) })
    }
    const { tuning, heldOut } = halvesOf(after)
    const gainIn = (half: readonly Gained[]) =>
      before.length > 0 ? formatInterval(interval(half.map(({ gain }) => gain))) : ''
    rows.push({
      '': name,
      'tuning half': mean(tuning.map(({ value }) => value)),
      'gain (95 %)': gainIn(tuning),
      'other half': mean(heldOut.map(({ value }) => value)),
      'gain there (95 %)': gainIn(heldOut),
    })
    before = after
  }
  printTable(`${title}, nDCG@10 by words alone, step by step`, rows)
}

/** nDCG@10 of an answer after a step, and what the step added to it. */
interface Gained {
  id: string
  value: number
  gain: number
}
