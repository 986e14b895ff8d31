import type { CloudEvent, Feature, history } from '@techbridge/contracts'
import type { z } from 'zod'
import { bold, brief, dim, good, plain } from '../show/text.ts'

export type Print = (line: string) => void

/** How the story looks on the terminal: numbered steps, what each led to, and the events as they come. */
export const storyteller = (print: Print) => {
  let steps = 0
  return {
    step: (text: string) => {
      steps += 1
      print(`\n${bold(`${steps}. ${plain(text)}`)}`)
    },
    say: (text: string) => print(`   ${plain(text)}`),
    event: (event: CloudEvent<string, any>) =>
      print(dim(`   « ${event.type}  ${plain(gist(event))}  #${Number(event.sequence)}`)),
    explanation: (score: number, features: readonly Feature[]) => {
      print(`   score ${bold(score.toFixed(2))}, because`)
      for (const { name, weight, value, contribution, why } of features) {
        const sum = `${contribution.toFixed(2)} = ${weight.toFixed(2)} × ${value.toFixed(2)}`
        print(`     ${name.padEnd(10)} ${sum}  ${brief(why, 90)}`)
      }
      print('   in common, as each side writes it:')
      for (const { name, terms = [] } of features) {
        for (const { need, offer, share } of terms.slice(0, shownTerms)) {
          print(`     ${name.padEnd(10)} ${percent(share)}  ${brief(need, 40)} = ${brief(offer, 40)}`)
        }
      }
    },
    history: (entries: z.output<typeof history>['items']) => {
      for (const { seq, at, type, by } of entries) {
        print(`   ${String(seq).padStart(2)}  ${at}  ${plain(`${type}  ${by.role} ${by.organisation ?? by.subject}`)}`)
      }
    },
    done: (text: string) => print(`\n${good(text)}`),
  }
}

const shownTerms = 6
const percent = (share: number) => `${String(Math.round(share * 100)).padStart(3)} %`

/** The parties and the subject of an event. */
const gist = ({ subject, data: { need, offer, reference, party } }: CloudEvent<string, any>) =>
  [subject, ...(need && offer ? [`${need.reference} × ${offer.reference}`] : [reference]), party]
    .filter((part) => part !== undefined)
    .join('  ')

export type Storyteller = ReturnType<typeof storyteller>
