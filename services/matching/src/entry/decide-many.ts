import { type Caller, type matchesApi, message, messageAt } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { idempotencyFor, toProblem } from '@techbridge/http'
import type { CommandOptions } from '@techbridge/runtime'
import type { z } from 'zod'
import type { MatchCommand } from '../domain/match-life.ts'

type Decision = z.output<NonNullable<typeof matchesApi.decide.body>>['decisions'][number]
type Refusing = Extract<MatchCommand, { type: 'reject' }>
type Given = { type: 'approve' } | Pick<Refusing, 'type' | 'refusal'>

interface Acting {
  params: { id: string }
  caller: Caller
  options: CommandOptions
}
type Act = (request: Acting, given: Given) => Promise<{ version: number; replayed: boolean }>

const commandOf = ({ action, refusal }: Decision, place: number): Given => {
  if (action === 'approve' && !refusal) return { type: 'approve' }
  if (action === 'reject' && refusal) return { type: 'reject', refusal }
  const error = messageAt(
    `body.decisions.${place}.refusal`,
    message(action === 'reject' ? 'field.missing' : 'field.absent'),
  )
  throw new DomainError('invalid', message('invalid', { errors: `${error.path} ${error.message}.` }), {
    fields: [error],
  })
}

/**
 * Carries out each decision as a request of its own would be, and says of each what became of it. A fault of ours ends the request; the
 * keys make it safe to send it again.
 */
export const decideMany = async (decisions: readonly Decision[], caller: Caller, act: Act) => {
  const decide = async (decision: Decision, place: number) => {
    const { id, version, key, action, refusal } = decision
    const idempotency = idempotencyFor(caller, key, 'decision', id, action, JSON.stringify(refusal ?? null))
    const options = { expected: [version], idempotency }
    try {
      const done = await act({ params: { id }, caller, options }, commandOf(decision, place))
      return { id, outcome: done.replayed ? ('replayed' as const) : ('done' as const), version: done.version }
    } catch (error) {
      const known = toProblem(error)
      if (!known) throw error
      return { id, outcome: 'refused' as const, problem: known.problem }
    }
  }
  const items: Awaited<ReturnType<typeof decide>>[] = []
  for (const [place, decision] of decisions.entries()) items.push(await decide(decision, place))
  return { items }
}
