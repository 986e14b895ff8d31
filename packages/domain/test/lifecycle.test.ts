import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { message } from '@techbridge/contracts'
import { type Actor, DomainError, type Guard, lifecycleOf, system } from '../src/index.ts'

interface Door {
  status: 'open' | 'closed' | 'locked' | 'removed'
  keys: number
  noticed?: boolean
}
type Who = 'guest' | 'porter'
type Action = 'open' | 'close' | 'lock' | 'unlock' | 'paint'

const event = <const T extends string, D = object>(type: T) => ({ type, data: { _output: {} as D } })
const events = {
  hung: event<'hung', { keys: number }>('hung'),
  opened: event('opened'),
  closed: event('closed'),
  locked: event<'locked', { turns: number }>('locked'),
  unlocked: event('unlocked'),
  painted: event<'painted', { colour: string }>('painted'),
  creaked: event('creaked'),
  removed: event('removed'),
}
type Event = {
  [K in keyof typeof events]: { type: (typeof events)[K]['type']; data: (typeof events)[K]['data']['_output'] }
}[keyof typeof events]

/** Guards speak with the sentences of the catalogue, so these borrow names of real ones. */
const hasKey: Guard<Door, Who> = {
  name: 'nda-complete',
  passes: ({ keys }) => keys > 0,
  found: ({ keys }) => ({ keys }),
}
const daytime: Guard<Door, Who> = { name: 'renewal-window', passes: (_, { at }) => at >= '08' }

const life = lifecycleOf<Door, Who, Event, Action>({
  name: 'door',
  statuses: ['open', 'closed', 'locked', 'removed'],
  relations: (_, { role }) => (role === 'officer' ? ['porter'] : role === 'provider' ? ['guest'] : []),
})
const doors = life.table([
  life.begins({
    action: 'hang',
    to: 'open',
    by: ['porter'],
    event: events.hung,
    says: ({ keys }: { keys: number; shut?: boolean }) => ({ keys }),
    makes: ({ keys }, _, status) => ({ status, keys }),
    followedBy: (_, { shut }) => (shut ? ['close', 'lock'] : []),
    again: 'refused',
  }),
  life.step({
    action: 'close',
    from: 'open',
    to: 'closed',
    by: ['guest', 'porter'],
    event: events.closed,
    says: () => ({}),
  }),
  life.step({
    action: 'open',
    from: 'closed',
    to: 'open',
    by: ['guest', 'porter'],
    event: events.opened,
    says: () => ({}),
  }),
  life.step({
    action: 'lock',
    from: 'closed',
    to: 'locked',
    by: ['porter'],
    guards: [hasKey, daytime],
    event: events.locked,
    says: (_, { turns = 1 }: { turns?: number }) => ({ turns }),
    changes: ({ keys }, { turns }) => ({ keys: keys - turns }),
    followedBy: ({ keys }) => (keys < 0 ? ['remove'] : []),
  }),
  life.step({
    action: 'unlock',
    from: 'locked',
    to: { among: ['open', 'closed'], which: ({ keys }) => (keys > 5 ? 'open' : 'closed') },
    by: ['porter'],
    event: events.unlocked,
    says: () => ({}),
  }),
  life.step({
    action: 'paint',
    from: ['open', 'closed'],
    to: { open: 'closed' },
    by: ['porter'],
    requires: ({ keys }) => {
      if (keys === 13) throw new DomainError('invalid', message('contact-data.refused'))
    },
    event: events.painted,
    says: (_, { colour }: { colour: string }) => (colour === 'none' ? undefined : { colour }),
  }),
  life.reaction({ action: 'remove', from: ['open', 'locked'], to: 'removed', event: events.removed, says: () => ({}) }),
  life.deadline({
    action: 'creak',
    from: 'open',
    event: events.creaked,
    dueAt: ({ noticed }) => (noticed ? undefined : '10'),
    until: () => '20',
    says: () => ({}),
    changes: () => ({ noticed: true }),
  }),
  life.deadline({
    action: 'fall',
    from: 'open',
    to: 'removed',
    event: events.removed,
    dueAt: () => '20',
    says: () => ({}),
  }),
])

const porter: Actor = { subject: 'p', role: 'officer' }
const guest: Actor = { subject: 'g', role: 'provider' }
const at = '09'
const door = (status: Door['status'], keys = 1): Door => ({ status, keys })
const types = (happened: readonly { type: string }[]) => happened.map(({ type }) => type)
type DoorCommand = Parameters<typeof doors.decide>[1]
const after = (state: Door | undefined, command: DoorCommand) =>
  doors.decide(state, command).reduce<Door | undefined>((one, next) => doors.evolve(one, next, command.at), state)

const refusal = (state: Door | undefined, command: DoorCommand): DomainError => {
  try {
    doors.decide(state, command)
  } catch (error) {
    assert.ok(error instanceof DomainError)
    return error
  }
  return assert.fail('nothing was refused')
}

describe('what people may do', () => {
  test('is listed in the order of the table, as status, relation and all guards allow', () => {
    const now = (...relations: Who[]) => ({ relations, at })
    assert.deepEqual(doors.actions(door('closed'), now('porter')), ['open', 'lock', 'paint'])
    assert.deepEqual(doors.actions(door('closed', 0), now('porter')), ['open', 'paint'])
    assert.deepEqual(doors.actions(door('closed'), { relations: ['porter'], at: '07' }), ['open', 'paint'])
    assert.deepEqual(doors.actions(door('closed'), now('guest')), ['open'])
    assert.deepEqual(doors.actions(door('closed'), now()), [])
  })

  test('leads where the table says: to a status, to one for the status before, to one that the state tells', () => {
    assert.equal(after(door('open'), { type: 'close', at, by: guest })?.status, 'closed')
    assert.deepEqual(after(door('closed', 4), { type: 'lock', turns: 3, at, by: porter }), door('locked', 1))
    assert.equal(after(door('locked', 6), { type: 'unlock', at, by: porter })?.status, 'open')
    assert.equal(after(door('locked', 5), { type: 'unlock', at, by: porter })?.status, 'closed')
    assert.equal(after(door('open'), { type: 'paint', colour: 'red', at, by: porter })?.status, 'closed')
    assert.equal(after(door('closed'), { type: 'paint', colour: 'red', at, by: porter })?.status, 'closed')
  })

  test('makes nothing happen when there is nothing to say', () => {
    assert.deepEqual(doors.decide(door('open'), { type: 'paint', colour: 'none', at, by: porter }), [])
  })
})

describe('a command is refused', () => {
  test('that the status does not know, with what is possible', () => {
    const { kind, code, allowed, message } = refusal(door('open'), { type: 'open', at, by: guest })
    assert.deepEqual([kind, code, allowed], ['conflict', 'illegal-transition', ['close']])
    assert.match(message, /"open" is not possible in status "open"\. You may close\./)
  })

  test('that is for others, before a guard is asked', () => {
    const { kind, code, allowed } = refusal(door('closed', 0), { type: 'lock', at, by: guest })
    assert.deepEqual([kind, code, allowed], ['forbidden', 'not-yours-to-do', ['open']])
  })

  test('that a guard keeps closed, with what the guard found; each guard is asked', () => {
    const { kind, code, allowed, found, message } = refusal(door('closed', 0), { type: 'lock', at, by: porter })
    assert.deepEqual([kind, code, allowed, found], ['conflict', 'guard-nda-complete', ['open', 'paint'], { keys: 0 }])
    assert.match(message, /"lock" is blocked by nda-complete: both sides must sign .* You may open, paint\./)
    assert.equal(refusal(door('closed'), { type: 'lock', at: '07', by: porter }).code, 'guard-renewal-window')
  })

  test('for which the record is not fit, though it is listed', () => {
    assert.equal(
      refusal(door('open', 13), { type: 'paint', colour: 'red', at, by: porter }).code,
      'contact-data.refused',
    )
    assert.ok(doors.actions(door('open', 13), { relations: ['porter'], at }).includes('paint'))
  })

  test('on what does not exist', () => {
    assert.equal(refusal(undefined, { type: 'close', at, by: porter }).kind, 'notFound')
  })
})

describe('a record', () => {
  test('comes to be by those who stand so to what it becomes', () => {
    assert.deepEqual(after(undefined, { type: 'hang', keys: 2, at, by: porter }), door('open', 2))
    assert.equal(refusal(undefined, { type: 'hang', keys: 2, at, by: guest }).kind, 'forbidden')
    assert.equal(refusal(door('open'), { type: 'hang', keys: 2, at, by: porter }).code, 'exists')
  })

  test('goes through what follows from one command', () => {
    const command: DoorCommand = { type: 'hang', keys: 2, shut: true, at, by: porter }
    assert.deepEqual(types(doors.decide(undefined, command)), ['hung', 'closed', 'locked'])
    assert.deepEqual(after(undefined, command), door('locked', 1))
    assert.deepEqual(types(doors.decide(door('closed'), { type: 'lock', turns: 2, at, by: porter })), [
      'locked',
      'removed',
    ])
  })

  test('is left alone by the system where a reaction does not apply', () => {
    const remove: DoorCommand = { type: 'remove', at, by: system('doors') }
    assert.deepEqual(doors.decide(door('closed'), remove), [])
    assert.deepEqual(doors.decide(undefined, remove), [])
    assert.deepEqual(types(doors.decide(door('open'), remove)), ['removed'])
  })
})

describe('the calendar', () => {
  const deadline = (at: string): DoorCommand => ({ type: 'deadline', at, by: system('doors') })

  test('takes what is due first, and passes over what is no longer worth it', () => {
    assert.deepEqual(doors.decide(door('open'), deadline('09')), [])
    assert.deepEqual(types(doors.decide(door('open'), deadline('10'))), ['creaked'])
    assert.deepEqual(doors.decide({ ...door('open'), noticed: true }, deadline('19')), [])
    assert.deepEqual(types(doors.decide(door('open'), deadline('20'))), ['removed'])
  })

  test('says when it comes next', () => {
    assert.equal(doors.dueAt(door('open')), '10')
    assert.equal(doors.dueAt({ ...door('open'), noticed: true }), '20')
    assert.equal(doors.dueAt(door('closed')), undefined)
  })
})

test('the table as edges tells every way from status to status', () => {
  const short = doors.edges.map(({ action, from = '', to, by }) => `${from} ${action} ${to} ${by.join('+')}`.trim())
  assert.deepEqual(short, [
    'hang open porter',
    'open close closed guest+porter',
    'closed open open guest+porter',
    'closed lock locked porter',
    'locked unlock open porter',
    'locked unlock closed porter',
    'open paint closed porter',
    'closed paint closed porter',
    'open remove removed',
    'locked remove removed',
    'open creak open',
    'open fall removed',
  ])
})
