import { message } from '@techbridge/contracts'
import type { ProposalGate } from '../domain/gate.ts'

/** The gate as long as there are no rules to ask. */
export const notAssessed: ProposalGate = {
  assess: async (pairs) =>
    pairs.map(() => ({ outcome: 'notAssessed', reasons: [message('gate.not-assessed')] }) as const),
}
