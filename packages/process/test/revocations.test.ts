import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type EventBus, openSqliteBus } from '@techbridge/bus'
import { rosterEvents } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { toCloudEvent } from '@techbridge/runtime'
import { callers, eventually } from '@techbridge/testkit'
import { pino } from 'pino'
import { followRevocations } from '../src/revocations.ts'

const log = pino({ level: 'silent' })
const times = { lookMs: 20, lateMs: 300, patienceMs: 200 }
const maxAge = 3600
const hex = '0123456789abcdef01234567'
const { organisation } = callers.provider

const leaves = (subject: string, at = new Date().toISOString(), seq = 1) => {
  const by = { subject: 'test', role: 'system' as const }
  const data = {
    id: `roster_${hex}`,
    organisation: organisation.id,
    member: `member_${hex}`,
    subject,
    end: 'left' as const,
  }
  return toCloudEvent('directory', data.id, { seq, type: rosterEvents.membershipEnded.type, at, by, data })
}

/** Whether a token is refused that was issued some seconds ago. */
const tokenOf = (subject: string, secondsAgo = 10, maker?: string) => {
  const issued = Math.floor(Date.now() / 1000) - secondsAgo
  return { caller: { ...callers.provider, subject }, issued, expires: issued + 300, ...(maker && { maker }) }
}

const opened = async (t: { after(work: () => Promise<void>): void }) => {
  const folder = await mkdtemp(join(tmpdir(), 'revocations-'))
  const bus = await openSqliteBus(join(folder, 'events.db'))
  t.after(async () => {
    await bus.close()
    await rm(folder, { recursive: true })
  })
  return bus
}

test('what ended before the start is known once it has started', async (t) => {
  const bus = await opened(t)
  const long = new Date(Date.now() - 2 * maxAge * 1000).toISOString()
  await bus.publish([leaves('anna'), leaves('boun', long, 2)])
  const followed = followRevocations(bus, maxAge, log, times)
  await followed.start()
  const refused = [tokenOf('anna'), tokenOf('anna', -10), tokenOf('boun'), tokenOf('key_1', 10, 'anna')]
  assert.deepEqual(refused.map(followed.isRevoked), [true, false, false, true])
  assert.equal(followed.state(), 'current')
  await followed.stop()
})

test('while the log is away tokens count, and that is reported; what ended meanwhile is known afterwards', async (t) => {
  const bus = await opened(t)
  let isAway = true
  const away = (): never => {
    throw new Unavailable('the log is away')
  }
  const faulty: EventBus = {
    ...bus,
    covers: bus.covers,
    publish: bus.publish,
    end: async (topics) => (isAway ? away() : bus.end(topics)),
    read: (options) => (isAway ? away() : bus.read(options)),
  }
  await bus.publish([leaves('anna')])
  const followed = followRevocations(faulty, maxAge, log, times)
  await followed.start()
  assert.equal(followed.isRevoked(tokenOf('anna')), false)
  assert.equal(followed.state(), 'behind')
  assert.ok(followed.age() > 0)
  isAway = false
  await eventually('they are known', () => followed.state() === 'current' && followed.isRevoked(tokenOf('anna')), 5000)
  isAway = true
  await eventually('the outage is reported', () => followed.state() === 'behind', 5000)
  isAway = false
  await bus.publish([leaves('boun', undefined, 2)])
  await eventually('it goes on', () => followed.state() === 'current' && followed.isRevoked(tokenOf('boun')), 5000)
  await followed.stop()
})
