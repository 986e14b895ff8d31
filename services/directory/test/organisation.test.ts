import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type OrganisationAction,
  type OrganisationStatus,
  organisationAction,
  organisationEvents,
} from '@techbridge/contracts'
import { addDays, addYears } from '@techbridge/domain'
import { given, history, stateAfter } from '@techbridge/testkit'
import {
  isPublic,
  organisationLife as life,
  type OrganisationCommand,
  relationsTo,
} from '../src/domain/organisation.ts'
import {
  act,
  at,
  deadline,
  id,
  nameParent,
  type Person,
  parent,
  people,
  profile,
  reaction,
  register,
} from './organisation-life.ts'

const submitted = act('member', 'submit-document')
const verified = [submitted, act('officer', 'verify-by-document')]
const byDomain = act('member', 'verify-by-domain')

/** Each with the organisation above named, so that who acts for it has a part. */
const cameInto: Record<OrganisationStatus, OrganisationCommand[]> = {
  claimed: [register, nameParent, submitted],
  verified: [register, nameParent, ...verified, submitted],
  suspended: [register, nameParent, act('officer', 'suspend')],
  merged: [register, nameParent, act('officer', 'merge')],
}

type Row = Partial<Record<OrganisationAction, readonly Person[]>>
const members = ['member', 'colleague'] as const
const open: Row = {
  edit: [...members, 'officer'],
  'name-parent': [...members, 'officer'],
  'leave-parent': [...members, 'officer'],
  'confirm-parent': ['parent', 'officer'],
  'submit-document': members,
  'refuse-document': ['officer'],
  'verify-by-document': ['officer'],
  'verify-by-domain': [...members, 'officer'],
  'verify-by-parent': ['parent'],
  'release-domain': [...members, 'officer'],
  suspend: ['officer'],
  merge: ['officer'],
}
/** Who may do what in which status; whoever is not named may not. */
const table: Record<OrganisationStatus, Row> = {
  claimed: open,
  verified: open,
  suspended: { 'release-domain': [...members, 'officer'], reinstate: ['officer'], merge: ['officer'] },
  merged: {},
}

for (const [status, row] of Object.entries(table) as [OrganisationStatus, Row][])
  describe(`an organisation that is ${status}`, () => {
    for (const who of Object.keys(people) as Person[])
      test(`lets ${who} do what the table says, and offers that`, () => {
        const past = history(life, ...cameInto[status])
        const state = stateAfter(life, past)
        assert.ok(state)
        assert.equal(state.status, status)
        const may = organisationAction.options.filter((action) => row[action]?.includes(who))
        const offered = life.actions(state, { relations: relationsTo(state, people[who]), at })
        assert.deepEqual(offered.toSorted(), may.toSorted())
        for (const action of organisationAction.options) {
          const command = act(who, action)
          if (may.includes(action)) assert.equal(life.decide(state, command).length, 1, action)
          else assert.throws(() => life.decide(state, command), { name: 'DomainError' }, action)
        }
      })
  })

describe('verification', () => {
  test('by a document lasts a year, with a reminder before', () => {
    const past = history(life, register, ...verified)
    const until = addYears(at, 1)
    assert.deepEqual(
      stateAfter(life, past)?.evidence.map((one) => one.until),
      [until],
    )
    const reminder = addDays(until, -30)
    assert.equal(life.dueAt(stateAfter(life, past)!), reminder)
    given(life, ...past)
      .when(deadline(reminder))
      .thenHappens(organisationEvents.renewalReminderSent)
    const reminded = history(life, register, ...verified, deadline(reminder))
    assert.equal(life.dueAt(stateAfter(life, reminded)!), until)
    const after = given(life, ...reminded)
      .when(deadline(until))
      .thenHappens([organisationEvents.evidenceEnded, { cause: 'expired' }])
    assert.deepEqual([after?.status, after?.evidence], ['claimed', []])
  })

  test('is renewed by evidence of the same source, and then lasts from then on', () => {
    const later = '2027-10-30T08:00:00.000Z'
    const state = stateAfter(life, history(life, register, byDomain, act('member', 'verify-by-domain', {}, later)))
    assert.deepEqual(
      state?.evidence.map((one) => one.until),
      [addYears(later, 1)],
    )
  })

  test('lasts no longer than that of the organisation that vouches', () => {
    const state = stateAfter(life, history(life, register, nameParent, act('parent', 'verify-by-parent')))
    assert.deepEqual(state?.evidence[0], { method: 'parent', parent, at, until: '2027-06-01T00:00:00.000Z' })
    assert.deepEqual(state?.parent, { id: parent, confirmed: true })
  })

  test('ends when its people change what was verified, and stays when an officer corrects it', () => {
    const past = history(life, register, byDomain)
    const edited = given(life, ...past)
      .when(act('member', 'edit'))
      .thenHappens([organisationEvents.edited, { ended: 'edited', wasPublic: true }])
    assert.equal(edited?.status, 'claimed')
    assert.equal(
      given(life, ...past)
        .when(act('officer', 'edit'))
        .thenHappens(organisationEvents.edited)?.status,
      'verified',
    )
    given(life, ...past)
      .when(act('member', 'edit', { profile }))
      .thenNothingHappens()
  })

  test('ends with the last evidence only', () => {
    const past = history(life, register, byDomain, ...verified)
    const release = act('member', 'release-domain')
    assert.equal(
      given(life, ...past)
        .when(release)
        .thenHappens(organisationEvents.domainReleased)?.status,
      'verified',
    )
    const alone = given(life, ...history(life, register, byDomain)).when(release)
    assert.equal(alone.thenHappens([organisationEvents.domainReleased, { ended: 'evidenceLost' }])?.status, 'claimed')
  })

  test('by the organisation above ends with its word, also when another one is named', () => {
    const past = history(life, register, nameParent, act('parent', 'verify-by-parent'))
    for (const command of [
      reaction({ type: 'lose-voucher', parent }),
      act('member', 'name-parent'),
      act('member', 'leave-parent'),
    ]) {
      const state = life
        .decide(stateAfter(life, past), command)
        .reduce((s, e) => life.evolve(s, e, at), stateAfter(life, past))
      assert.deepEqual([state?.status, state?.evidence], ['claimed', []], command.type)
    }
    given(life, ...past)
      .when(reaction({ type: 'lose-voucher', parent: 'another' }))
      .thenNothingHappens()
  })

  test('comes back with the end of a suspension only while evidence counts', () => {
    const suspended = [register, byDomain, act('officer', 'suspend')]
    const soon = given(life, ...history(life, ...suspended)).when(act('officer', 'reinstate', {}, addDays(at, 3)))
    assert.equal(soon.thenHappens(organisationEvents.reinstated)?.status, 'verified')
    const late = given(life, ...history(life, ...suspended)).when(act('officer', 'reinstate', {}, addDays(at, 400)))
    assert.equal(late.thenHappens(organisationEvents.reinstated)?.status, 'claimed')
  })
})

describe('privilege', () => {
  test('does not come from an id that became an alias', () => {
    const state = stateAfter(life, history(life, register, reaction({ type: 'absorb', former: 'mekong-cooperative' })))!
    assert.deepEqual(state.formerIds, ['mekong-cooperative'])
    assert.deepEqual(relationsTo(state, people.stranger), [])
    const officer = { ...people.officer, organisation: 'mekong-cooperative' }
    assert.deepEqual(relationsTo(state, officer), ['officer', 'insider'])
  })

  test('does not come from a merge: nothing of the one verifies the other', () => {
    const merged = stateAfter(life, history(life, register, byDomain, act('officer', 'merge')))!
    assert.deepEqual([merged.evidence, merged.mergedInto, isPublic(merged)], [[], 'kunming-university', true])
    const into = stateAfter(life, history(life, register, reaction({ type: 'absorb', former: 'x-y' })))!
    assert.deepEqual([into.status, into.evidence], ['claimed', []])
  })

  test('does not come from naming an organisation above', () => {
    const state = stateAfter(life, history(life, register, nameParent))!
    assert.deepEqual([state.status, state.parent?.confirmed], ['claimed', false])
    assert.deepEqual(relationsTo({ ...state, id: 'below', parent: undefined }, people.parent), [])
  })

  test('does not come from registering it again, as anyone', () => {
    given(life, ...history(life, register))
      .when(register)
      .thenIsRefused({ kind: 'conflict', code: 'exists' })
    given(life)
      .when({ ...register, by: people.stranger })
      .thenIsRefused({ kind: 'forbidden' })
    assert.equal(stateAfter(life, history(life, { ...register, by: people.officer }))?.id, id)
  })
})
