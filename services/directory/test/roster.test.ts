import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memberAction, rosterEvents } from '@techbridge/contracts'
import { type Actor, addDays, DomainError, system } from '@techbridge/domain'
import { given, history, stateAfter } from '@techbridge/testkit'
import fc from 'fast-check'
import { rosterLife as life, memberOf, type Roster, type RosterCommand, rosterRelations } from '../src/domain/roster.ts'

const at = '2026-11-24T08:00:00.000Z'
const organisation = 'dianchi-university'
const id = 'roster_0123456789abcdef01234567'
const person = (subject: string, role: Actor['role'] = 'provider', of = organisation): Actor => ({
  subject,
  role,
  organisation: of,
})
const anna = person('anna')
const boun = person('boun', 'seeker')
const officer = person('officer', 'officer', 'transfer-office')
const hex = (n: number) => n.toString(16).padStart(24, '0')

const by = system('directory')
const open: RosterCommand = { type: 'open', id, organisation, at, by }
const found: RosterCommand = { type: 'found', member: `member_${hex(1)}`, subject: 'anna', roles: ['manager'], at, by }
const invite = (n: number, who = anna, roles: ('manager' | 'provider' | 'seeker')[] = ['seeker']): RosterCommand => ({
  type: 'invite',
  invitation: `invitation_${hex(n)}`,
  address: `address_${n}`,
  secret: `${n}`,
  roles,
  at,
  by: who,
})
const accept = (n: number, who: Actor, when = at): RosterCommand => ({
  type: 'accept',
  invitation: `invitation_${hex(n)}`,
  member: `member_${hex(n)}`,
  languages: ['lo'],
  at: when,
  by: who,
})
const leave = (who: Actor): RosterCommand => ({ type: 'leave', at, by: who })
const remove = (n: number, who = anna): RosterCommand => ({
  type: 'remove',
  member: `member_${hex(n)}`,
  reason: 'Retired.',
  at,
  by: who,
})
const change = (n: number, roles: ('manager' | 'provider' | 'seeker')[], who = anna): RosterCommand => ({
  type: 'change-roles',
  member: `member_${hex(n)}`,
  roles,
  at,
  by: who,
})
const ask = (who: Actor): RosterCommand => ({
  type: 'ask',
  request: `request_${hex(9)}`,
  roles: ['seeker'],
  languages: [],
  at,
  by: who,
})
const approve = (who = anna): RosterCommand => ({
  type: 'approve-request',
  request: `request_${hex(9)}`,
  member: `member_${hex(9)}`,
  roles: ['seeker'],
  at,
  by: who,
})

const started = [open, found]
const withBoun = [...started, invite(2), accept(2, boun)]
const stateOf = (...commands: RosterCommand[]) => stateAfter(life, history(life, ...commands)) as Roster

describe('what may be done with members', () => {
  const boss = [
    'invite',
    'revoke-invitation',
    'approve-request',
    'refuse-request',
    'change-roles',
    'make-key',
    'revoke-key',
    'grant-mandate',
    'withdraw-mandate',
  ]
  const table: [string, Actor, Roster, string[]][] = [
    ['the only manager', anna, stateOf(...withBoun), boss.concat('remove')],
    ['one of two managers', anna, stateOf(...withBoun, change(2, ['manager'])), boss.concat('remove', 'leave')],
    ['a member', boun, stateOf(...withBoun), ['leave']],
    [
      'a manager whose token is for another organisation',
      { ...anna, organisation: 'another' },
      stateOf(...withBoun),
      [],
    ],
    ['a token of the organisation whose subject is no member', person('stranger'), stateOf(...withBoun), []],
    ['a member who left', boun, stateOf(...withBoun, leave(boun)), []],
    [
      'an officer, while somebody looks after the people',
      officer,
      stateOf(...withBoun),
      ['remove', 'revoke-key', 'withdraw-mandate'],
    ],
    [
      'an officer, while nobody does',
      officer,
      stateOf(open),
      ['invite', 'revoke-invitation', 'remove', 'revoke-key', 'withdraw-mandate'],
    ],
    ['an officer of the organisation', person('officer', 'officer'), stateOf(open), []],
    ['an officer who is a member', person('boun', 'officer', 'transfer-office'), stateOf(...withBoun), []],
  ]
  for (const [who, actor, roster, may] of table)
    test(`by ${who}: ${may.join(', ') || 'nothing'}`, () => {
      const offered = life.actions(roster, { relations: rosterRelations(roster, actor), at })
      assert.deepEqual(offered.toSorted(), may.toSorted())
      const commands: Record<string, RosterCommand> = {
        invite: invite(7, actor),
        leave: leave(actor),
        remove: remove(1, actor),
        'change-roles': change(1, ['manager'], actor),
        'approve-request': approve(actor),
      }
      for (const action of memberAction.options) {
        const command = commands[action]
        if (command && !may.includes(action)) assert.throws(() => life.decide(roster, command), DomainError, action)
      }
    })
})

describe('a mandate', () => {
  const grant = (n: number, who = anna): RosterCommand => ({
    type: 'grant-mandate',
    mandate: `mandate_${hex(n)}`,
    member: `member_${hex(2)}`,
    terms: { families: ['licence'], upTo: { amount: 100_000, currency: 'CNY' }, from: '2026-12-01' },
    at,
    by: who,
  })
  const mandates = (...commands: RosterCommand[]) => stateOf(...withBoun, ...commands).mandates?.map(({ id }) => id)

  test('is granted by who looks after the people, and by nobody else', () => {
    assert.deepEqual(mandates(grant(1)), [`mandate_${hex(1)}`])
    for (const who of [boun, officer, person('stranger'), { ...anna, organisation: 'another' }])
      assert.throws(() => life.decide(stateOf(...withBoun), grant(1, who)), DomainError)
  })

  test('ends when it is withdrawn, and with the membership', () => {
    const withdraw: RosterCommand = { type: 'withdraw-mandate', mandate: `mandate_${hex(1)}`, at, by: anna }
    assert.deepEqual(mandates(grant(1), grant(2), withdraw), [`mandate_${hex(2)}`])
    assert.deepEqual(mandates(grant(1), leave(boun)), [])
    assert.deepEqual(mandates(grant(1), remove(2)), [])
    assert.throws(() => life.decide(stateOf(...withBoun), withdraw), DomainError)
    assert.throws(() => life.decide(stateOf(...withBoun, leave(boun)), grant(1)), DomainError)
  })
})

describe('an invitation', () => {
  test('carries its roles, is used once, and ends after 14 days', () => {
    const past = history(life, ...started, invite(2))
    given(life, ...past)
      .when(accept(2, boun))
      .thenHappens([rosterEvents.joined, { subject: 'boun', roles: ['seeker'] }])
    given(life, ...history(life, ...withBoun))
      .when(accept(2, person('charn')))
      .thenNothingHappens()
    given(life, ...past)
      .when(accept(2, boun, addDays(at, 14)))
      .thenNothingHappens()
    assert.equal(life.dueAt(stateOf(...started, invite(2))), addDays(at, 14))
    const end: RosterCommand = { type: 'deadline', at: addDays(at, 14), by }
    assert.deepEqual(
      given(life, ...past)
        .when(end)
        .thenHappens(rosterEvents.invitationLapsed)?.invitations,
      [],
    )
  })

  test('is void once who gave it is gone, or looks after the people no longer', () => {
    const manager = [...started, invite(2, anna, ['manager']), accept(2, boun), invite(3, boun, ['manager'])]
    for (const end of [remove(2), leave(boun), change(2, ['seeker'])])
      given(life, ...history(life, ...manager, end))
        .when(accept(3, person('boun-again')))
        .thenNothingHappens()
    given(life, ...history(life, ...manager))
      .when(accept(3, person('charn')))
      .thenHappens(rosterEvents.joined)
  })

  test('gives nothing to who is a member already', () => {
    given(life, ...history(life, ...withBoun, invite(3, anna, ['manager'])))
      .when(accept(3, boun))
      .thenNothingHappens()
  })
})

describe('a membership', () => {
  test('stays when it has ended, and a new one begins beside it', () => {
    const roster = stateOf(...withBoun, remove(2), invite(4), accept(4, boun))
    assert.deepEqual(
      roster.members.map(({ subject, until }) => [subject, until]),
      [
        ['anna', undefined],
        ['boun', at],
        ['boun', undefined],
      ],
    )
    assert.equal(memberOf(roster, 'boun')?.id, `member_${hex(4)}`)
  })

  test('comes of a request that is approved', () => {
    const past = history(life, ...started, ask(boun))
    given(life, ...past)
      .when(ask(boun))
      .thenNothingHappens()
    const after = given(life, ...past)
      .when(approve())
      .thenHappens([rosterEvents.joined, { subject: 'boun' }])
    assert.deepEqual(after?.requests, [])
    given(life, ...history(life, ...started))
      .when(approve())
      .thenIsRefused({ kind: 'notFound' })
  })

  test('of oneself ends by leaving', () => {
    given(life, ...history(life, ...withBoun))
      .when(remove(1))
      .thenIsRefused({ kind: 'conflict', code: 'member-self' })
  })
})

test('whatever is done by members, somebody looks after the people', () => {
  const people = [anna, boun, person('charn')]
  const who = fc.constantFrom(...people)
  const n = fc.integer({ min: 1, max: 5 })
  const roles = fc.constantFrom<('manager' | 'provider' | 'seeker')[]>(['manager'], ['seeker'], ['provider', 'manager'])
  const command = fc.oneof(
    fc.tuple(n, who, roles).map(([a, b, c]) => invite(a, b, c)),
    fc.tuple(n, who).map(([a, b]) => accept(a, b)),
    who.map(leave),
    fc.tuple(n, who).map(([a, b]) => remove(a, b)),
    fc.tuple(n, roles, who).map(([a, b, c]) => change(a, b, c)),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      let state: Roster = stateOf(...started)
      for (const one of commands) {
        // Ids of members are never used twice.
        if (one.type === 'accept' && state.members.some(({ id }) => id === one.member)) continue
        try {
          for (const event of life.decide(state, one)) state = life.evolve(state, event, one.at)
        } catch (error) {
          assert.ok(error instanceof DomainError)
        }
        const live: Roster['members'] = state.members.filter(({ until }) => until === undefined)
        assert.ok(live.some((one) => one.roles.includes('manager')))
        assert.equal(new Set(live.map(({ subject }) => subject)).size, live.length)
      }
    }),
  )
})
