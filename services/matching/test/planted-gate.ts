import { message } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import type { Finding, PairInQuestion, ProposalGate } from '../src/domain/gate.ts'

const reasons = [message('sector.other', { wanted: 'A', offered: 'B' })]

/** A gate in memory that finds what a test plants, and can be away. */
export const plantedGate = () => {
  let find = (_: PairInQuestion): Finding['outcome'] | Promise<Finding['outcome']> => 'clear'
  let isAway = false
  let missed = 0
  const gate: ProposalGate = {
    assess: async (pairs) => {
      if (isAway) {
        missed += 1
        throw new Unavailable('the rules are away')
      }
      const found = async (pair: PairInQuestion): Promise<Finding> => {
        const outcome = await find(pair)
        return { outcome, reasons: outcome === 'clear' ? [] : reasons, edition: '2026-11-27' }
      }
      return Promise.all(pairs.map(found))
    },
  }
  return {
    gate,
    /** How often it was asked in vain. */
    missed: () => missed,
    /** From now on it finds so. */
    plant: (finding: typeof find) => {
      find = finding
    },
    goAway: () => {
      isAway = true
    },
    comeBack: () => {
      isAway = false
    },
  }
}
