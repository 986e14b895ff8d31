import assert from 'node:assert/strict'
import type { EventContract } from '@techbridge/contracts'
import { type Command, type Decider, DomainError, type DomainEvent } from '@techbridge/domain'
import type { z } from 'zod'

/** An event that has happened, and when. */
export interface Happened<E extends DomainEvent = DomainEvent> {
  event: E
  /** UTC instant. */
  at: string
}

export const happened = <C extends EventContract>(
  contract: C,
  data: z.input<C['data']>,
  at: string,
): Happened<any> => ({
  event: { type: contract.type, data },
  at,
})

/** An expected event: its contract, and of its data what the test is about. */
export type Expected = EventContract | readonly [contract: EventContract, data: Record<string, unknown>]

export interface Refusal {
  kind: DomainError['kind']
  code?: string
  allowed?: readonly string[]
}

export const stateAfter = <S, C extends Command, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  past: readonly Happened<E>[],
): S | undefined => past.reduce<S | undefined>((state, { event, at }) => decider.evolve(state, event, at), undefined)

/** What has happened once these commands were handled one after the other. */
export const history = <S, C extends Command, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  ...commands: C[]
): Happened<E>[] => {
  const past: Happened<E>[] = []
  for (const command of commands) {
    const events = decider.decide(stateAfter(decider, past), command)
    past.push(...events.map((event) => ({ event, at: command.at })))
  }
  return past
}

/**
 * A test of a decider: given past events, when a command comes, then it produces these events, in this order, or is refused. Every
 * event that a test makes happen is checked against its contract.
 */
export const given = <S, C extends Command, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  ...past: readonly Happened<E>[]
) => ({
  when: (command: C) => {
    const state = stateAfter(decider, past)
    return {
      thenHappens: (...expected: Expected[]): S | undefined => {
        const events = decider.decide(state, command)
        const contracts = expected.map((one) => ('type' in one ? one : one[0]))
        assert.deepEqual(
          events.map(({ type }) => type),
          contracts.map(({ type }) => type),
        )
        expected.forEach((one, place) => {
          const { data } = events[place]!
          contracts[place]!.data.parse(data)
          if (!('type' in one)) assert.partialDeepStrictEqual(data, one[1])
        })
        return events.reduce<S | undefined>((after, event) => decider.evolve(after, event, command.at), state)
      },

      thenNothingHappens: () => assert.deepEqual(decider.decide(state, command), []),

      thenIsRefused: ({ kind, code, allowed }: Refusal) =>
        assert.throws(
          () => decider.decide(state, command),
          (error: unknown) => {
            assert.ok(error instanceof DomainError, `a refusal, not ${error}`)
            assert.equal(error.kind, kind)
            if (code !== undefined) assert.equal(error.code, code)
            if (allowed !== undefined) assert.deepEqual(error.allowed, allowed)
            return true
          },
        ),
    }
  },
})
