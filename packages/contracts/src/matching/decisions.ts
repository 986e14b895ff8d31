import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { idOf, opaque } from '../common/values.ts'
import { problem } from '../endpoint.ts'
import { refusal } from './vocabulary.ts'

/** Rows of one request. */
const mostDecisions = 100

const decision = z
  .object({
    id: idOf('match'),
    version: z.int().min(1).max(999_999_999).meta({ description: 'That the officer has seen, as `If-Match` gives it' }),
    key: opaque(200).meta({ description: 'Identifies the decision when it is sent again, as `Idempotency-Key` does' }),
    action: z.enum(['approve', 'reject']).meta({ description: 'What is decided' }),
    refusal: refusal.optional().meta({ description: 'Why it is rejected; for `reject`, which needs it' }),
  })
  .meta({ id: 'MatchDecision', description: 'What an officer decides on one match' })

export const matchDecisions = z
  .object({
    decisions: z.array(decision).min(1).max(mostDecisions).meta({ description: 'Carried out one after the other' }),
  })
  .meta({
    id: 'MatchDecisions',
    description: 'Decisions on several matches',
    example: {
      decisions: [
        { id: `match_${'0'.repeat(24)}`, version: 1, key: 'b6f0-1', action: 'approve' },
        {
          id: `match_${'1'.repeat(24)}`,
          version: 2,
          key: 'b6f0-2',
          action: 'reject',
          refusal: { code: 'wrongMaturity' },
        },
      ],
    },
  })

const outcome = z
  .object({
    id: idOf('match'),
    outcome: z.enum(['done', 'replayed', 'refused']).meta({
      description: '`replayed`: the same decision was carried out before; `refused`: `problem` says why',
    }),
    version: z.int().min(1).optional().meta({ description: 'Of the match now; absent when the decision was refused' }),
    problem: problem.optional(),
  })
  .meta({ id: 'DecisionOutcome', description: 'What became of one decision' })

export const decisionOutcomes = z
  .object({ items: z.array(outcome).meta({ description: 'One for each decision, in their order' }), changed })
  .meta({ id: 'DecisionOutcomes', description: 'What became of each decision' })
