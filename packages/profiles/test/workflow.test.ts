import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ProfileAction, type ProfileStatus, profileAction } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { actors, stateAfter } from '@techbridge/testkit'
import { cameInto, day, decider, givenOffer, type Offer, type OfferCommand, past, third } from './offer-life.ts'

type Row = Partial<Record<ProfileAction, [to: ProfileStatus, ...by: ('owner' | 'officer')[]]>>

const whilePublic = (status: ProfileStatus): Row => ({
  withdraw: ['withdrawn', 'owner', 'officer'],
  renew: [status, 'owner', 'officer'],
})

/** The life of a profile as the domain's description has it, in the renewal window. */
const table: Record<ProfileStatus, Row> = {
  draft: {
    edit: ['draft', 'owner'],
    submit: ['underReview', 'owner'],
    'submit-on-behalf': ['underReview', 'officer'],
    withdraw: ['withdrawn', 'owner', 'officer'],
  },
  underReview: {
    publish: ['published', 'officer'],
    return: ['draft', 'officer'],
    reject: ['rejected', 'officer'],
    withdraw: ['withdrawn', 'owner', 'officer'],
  },
  published: { edit: ['revising', 'owner'], ...whilePublic('published') },
  revising: {
    edit: ['revising', 'owner'],
    submit: ['revisionUnderReview', 'owner'],
    'submit-on-behalf': ['revisionUnderReview', 'officer'],
    ...whilePublic('revising'),
  },
  revisionUnderReview: {
    publish: ['published', 'officer'],
    return: ['revising', 'officer'],
    reject: ['published', 'officer'],
    ...whilePublic('revisionUnderReview'),
  },
  rejected: {},
  withdrawn: {},
  expired: {},
  archived: {},
}

/** These offers hold no contact data that could be allowed. */
const actions = profileAction.options.filter((action) => action !== 'allow-contact-data')
const inWindow = day(340)

const people = {
  owner: [actors.provider, 'owner'],
  officer: [actors.officer, 'officer'],
  admin: [actors.admin, 'officer'],
  'another provider': [actors.otherProvider, undefined],
  'a seeker of the same organisation': [{ ...actors.provider, role: 'seeker' as const }, undefined],
  'a seeker': [actors.seeker, undefined],
} as const

const commandOf = (action: ProfileAction, by: OfferCommand['by']): OfferCommand => {
  const content = action === 'edit' ? { content: third } : action === 'submit-on-behalf' ? { request: 'By letter' } : {}
  const reason = ['return', 'reject', 'withdraw'].includes(action) ? { reason: 'because' } : {}
  return { type: action, at: inWindow, by, ...content, ...reason } as OfferCommand
}

for (const [status, row] of Object.entries(table) as [ProfileStatus, Row][]) {
  describe(`an offer in status ${status}`, () => {
    for (const [name, [by, relation]] of Object.entries(people)) {
      const open = actions.filter((action) => relation && row[action]?.slice(1).includes(relation))

      test(`lets ${name} ${open.join(', ') || 'do nothing'}`, () => {
        const state = stateAfter(decider, past(...cameInto[status])) as Offer
        assert.equal(state.status, status)
        for (const action of actions) {
          const command = commandOf(action, by)
          if (open.includes(action)) {
            const events = decider.decide(state, command)
            assert.equal(events.length, 1)
            assert.equal(decider.evolve(state, events[0]!, inWindow).status, row[action]![0])
          } else {
            const [kind, code] = row[action] ? ['forbidden', 'not-yours-to-do'] : ['conflict', 'illegal-transition']
            givenOffer(...cameInto[status])
              .when(command)
              .thenIsRefused({ kind: kind as 'conflict', code, allowed: listed(state, open) })
          }
        }
      })
    }
  })
}

/** The open actions in the order in which the profile lists them, which must be exactly these. */
const listed = (state: Offer, open: ProfileAction[]) => {
  const inOrder = decider.edges
    .filter(({ from }) => from === state.status)
    .flatMap(({ action }) => open.filter((one) => one === action))
  assert.deepEqual(inOrder.toSorted(), open.toSorted())
  return inOrder
}

test('nobody is offered what the calendar does', () => {
  const published = stateAfter(decider, past(...cameInto.published)) as Offer
  for (const by of [actors.provider, actors.officer, system('offers')]) {
    for (const type of ['remind', 'expire', 'archive']) {
      const command = { type, at: day(400), by } as unknown as OfferCommand
      assert.throws(() => decider.decide(published, command), new RegExp(`has no "${type}"`))
    }
  }
  assert.equal(decider.dueAt(published), day(351))
})

test('what does not exist cannot be acted on', () => {
  for (const action of actions) {
    givenOffer().when(commandOf(action, actors.officer)).thenIsRefused({ kind: 'notFound' })
  }
  givenOffer()
    .when({ type: 'deadline', at: day(1), by: system('offers') })
    .thenNothingHappens()
})
