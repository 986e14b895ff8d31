import { message } from '@techbridge/contracts'
import type { ClearanceRules } from '../domain/clearance.ts'

/** The rules of clearance as long as there are none: of every act it is unknown whether it is allowed. */
export const noRules: ClearanceRules = {
  ask: async () => ({ outcome: 'unknown', reasons: [message('clearance.no-rules')] }),
}
