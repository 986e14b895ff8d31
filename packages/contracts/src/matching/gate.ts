import { z } from 'zod'
import { text, timestamp } from '../common/values.ts'
import { whole } from '../disclosure/marks.ts'
import { saidMessage } from '../messages/message.ts'

/** What the gate before a proposal says of a pair. */
export const gateOutcome = z.enum(['clear', 'notAssessed', 'hold', 'refuse']).meta({
  id: 'GateOutcome',
  description:
    'Whether a pair may be proposed: `clear`, `notAssessed` (no rules were asked, which clears nothing), `hold` (an officer releases it first) or `refuse`',
})

const answer = z.object({
  outcome: gateOutcome,
  why: z.string().meta({ description: 'The reasons in sentences; empty when there are none' }),
  reasons: z.array(saidMessage).meta({ description: 'What `why` says' }),
  edition: z.string().optional().meta({ description: 'Edition of the rules that were applied' }),
})

/** The answer of the gate, for officers: what it found may be what a party must not learn. */
export const gateAnswer = whole(answer).meta({
  id: 'GateAnswer',
  description: 'What the gate before a proposal says of a pair',
})
export type GateAnswer = z.infer<typeof gateAnswer>

const release = whole(
  z.object({ reason: text(1000).meta({ description: 'In the words of the officer' }), at: timestamp }),
)

/** How a match stands with the gate. */
export const gateRecord = whole(
  answer
    .extend({ release: release.optional().meta({ description: 'An officer released what the gate held' }) })
    .meta({ id: 'GateRecord', description: 'The last answer of the gate, and what an officer made of it' }),
)
export type GateRecord = z.infer<typeof gateRecord>
