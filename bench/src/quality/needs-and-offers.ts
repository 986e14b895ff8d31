import { analyseAll } from './analysed.ts'
import { answersTo, printRanking } from './answers.ts'
import { openBm25 } from './bm25.ts'
import { printCalibration } from './calibration.ts'
import { halvesOf } from './halves.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere } from './labelled-data.ts'
import { openMatcher } from './matcher.ts'
import { judgementsOf, printAtRate, printProposals } from './proposals.ts'
import { readSbir } from './sbir.ts'
import { printSteps } from './steps.ts'

/** How well needs find the offers that answer them, and offers the needs that they answer. */
export const needsAndOffers = async () => {
  if (!isThere('sbir')) return
  const { offersOf, needsOf, ...texts } = readSbir()
  const offers = await analyseAll('offer', texts.offers)
  const needs = await analyseAll('need', texts.needs)
  const titles = await analyseAll(
    'need',
    texts.needs.map((need) => ({ ...need, body: '' })),
  )
  await withIndexes(async (indexes) => {
    const matcher = await openMatcher(indexes, { need: needs, offer: offers })
    const bm25 = openBm25(offers)
    for (const [what, queries] of [
      ['offers for a need', needs],
      ['offers for the title of a need', titles],
    ] as const) {
      const answers = await answersTo(queries, offersOf, matcher, bm25)
      const { tuning, heldOut } = halvesOf(answers)
      await printSteps(`SBIR, ${what}`, answers)
      printRanking(`SBIR, ${what}, needs that parameters were chosen on`, tuning)
      printRanking(`SBIR, ${what}, needs that nothing was tuned on`, heldOut)
      printRanking(`SBIR, ${what}, all`, answers)
      printProposals(`SBIR, proposals, ${what}, chosen on`, tuning, offers)
      printProposals(`SBIR, proposals, ${what}, not tuned on`, heldOut, offers)
      printAtRate(`SBIR, ${what}, not tuned on`, heldOut)
      printCalibration(`SBIR, ${what}, not tuned on`, heldOut.flatMap(judgementsOf))
    }
    printRanking('SBIR, needs for an offer, all', await answersTo(offers, needsOf, matcher, openBm25(needs)))
  })
}
