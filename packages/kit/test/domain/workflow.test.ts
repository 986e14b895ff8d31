import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DomainError, type Guard, workflow } from '../../src/domain/index.ts'

interface Door {
  status: 'open' | 'closed' | 'locked'
  hasKey: boolean
}
type Who = 'guest' | 'porter'

const key: Guard<Door, Who> = { name: 'key', passes: ({ hasKey }) => hasKey, otherwise: 'fetch the key first.' }

const doors = workflow<Door['status'], 'open' | 'close' | 'lock' | 'unlock', Who, Door>([
  { action: 'close', from: 'open', to: 'closed', by: ['guest', 'porter'] },
  { action: 'open', from: 'closed', to: 'open', by: ['guest', 'porter'] },
  { action: 'lock', from: 'closed', to: 'locked', by: ['porter'], guard: key },
  { action: 'unlock', from: 'locked', to: 'closed', by: ['porter'] },
])

const now = (...relations: Who[]) => ({ relations, at: '2026-11-24T08:00:00.000Z' })
const door = (status: Door['status'], hasKey = true): Door => ({ status, hasKey })

const refusal = (subject: Door, action: 'open' | 'lock' | 'unlock', ...relations: Who[]): DomainError => {
  try {
    doors.next(subject, action, now(...relations))
  } catch (error) {
    assert.ok(error instanceof DomainError)
    return error
  }
  return assert.fail('nothing was refused')
}

describe('a workflow', () => {
  test('lists the actions that are open, in the order of its table', () => {
    assert.deepEqual(doors.actions(door('closed'), now('porter')), ['open', 'lock'])
    assert.deepEqual(doors.actions(door('closed', false), now('porter')), ['open'])
    assert.deepEqual(doors.actions(door('closed'), now('guest')), ['open'])
    assert.deepEqual(doors.actions(door('closed'), now()), [])
    assert.deepEqual(doors.actions(door('locked'), now('guest', 'porter')), ['unlock'])
  })

  test('leads where the table says', () => {
    assert.equal(doors.next(door('open'), 'close', now('guest')), 'closed')
    assert.equal(doors.next(door('closed'), 'lock', now('porter')), 'locked')
    assert.equal(doors.after('locked', 'unlock'), 'closed')
  })

  test('refuses what the status does not know as a conflict, and says what is possible', () => {
    const { kind, code, allowed, message } = refusal(door('open'), 'open', 'guest')
    assert.deepEqual([kind, code, allowed], ['conflict', 'illegal-transition', ['close']])
    assert.match(message, /"open" is not possible in status "open"\. You may close\./)
  })

  test('refuses what is for others as forbidden', () => {
    const { kind, code, allowed } = refusal(door('closed'), 'lock', 'guest')
    assert.deepEqual([kind, code, allowed], ['forbidden', 'not-yours-to-do', ['open']])
  })

  test('refuses what a guard keeps closed as a conflict that names the guard', () => {
    const { kind, code, allowed, message } = refusal(door('closed', false), 'lock', 'porter')
    assert.deepEqual([kind, code, allowed], ['conflict', 'guard-key', ['open']])
    assert.match(message, /fetch the key first/)
  })

  test('tells who stands aside before it tells what a guard thinks', () => {
    assert.equal(refusal(door('closed', false), 'lock', 'guest').kind, 'forbidden')
  })

  test('says so when there is nothing to do', () => {
    assert.match(refusal(door('locked'), 'open', 'guest').message, /nothing for you to do/)
  })

  test('knows no way where the table has none', () => {
    assert.throws(() => doors.after('open', 'unlock'), /no "unlock" in status "open"/)
  })
})
