import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needEvents, type Organisation } from '@techbridge/contracts'
import type { Finding } from '../src/domain/gate.ts'
import { openGated } from './gated-market.ts'
import { act, proposedPair, type publishedPair } from './market.ts'

const { market, plant } = await openGated()
const { officer, running } = market
const read = (who: typeof officer, id: string) => who.get(`/v1/matches/${id}`)

describe('an organisation that is of another country or kind by now', () => {
  const move = async ({ need }: Awaited<ReturnType<typeof publishedPair>>, changes: Partial<Organisation>) => {
    const organisation = { ...need.organisation, ...changes }
    await running.publish(needEvents.organisationRenamed, { ...need, organisation }, 11)
    await running.settle()
  }
  const changes: Record<string, Partial<Organisation>> = { country: { country: 'LA' }, kind: { kind: 'large' } }
  for (const [what, change] of Object.entries(changes)) {
    const findHere = (outcome: 'hold' | 'refuse') =>
      plant(({ need }) => (need.country === change.country || need.kind === change.kind ? outcome : 'clear'))

    test(`has its open matches put before the gate again: ${what}`, async () => {
      findHere('refuse')
      const refused = await proposedPair(market)
      await act(officer, refused.match, 'approve').expect(200)
      await move(refused, change)
      const lapsed = (await read(officer, refused.match.body.id)).body
      assert.deepEqual([lapsed.status, lapsed.lapseCause, lapsed.gate.outcome], ['lapsed', 'noLongerFits', 'refuse'])
      assert.partialDeepStrictEqual(lapsed.need.organisation, change)

      findHere('hold')
      const held = await proposedPair(market)
      await move(held, change)
      const { body } = await read(officer, held.match.body.id)
      assert.deepEqual([body.gate.outcome, body.actions], ['hold', ['reject', 'release']])
      assert.partialDeepStrictEqual(body.need.organisation, change)
    })
  }

  test('is not asked about again for a new name alone', async () => {
    plant(() => 'clear')
    const pair = await proposedPair(market)
    plant(() => 'refuse')
    await move(pair, { name: 'Mekong Orchard Union' })
    assert.equal((await read(officer, pair.match.body.id)).body.status, 'proposed')
  })
})

test('what the gate and the office do after the approval changes no version of the parties that shows nothing of it', async () => {
  const { market, plant } = await openGated()
  const { officer, provider, seeker, running } = market
  const read = async (who: typeof officer) => {
    const { body, headers } = await who.get(`/v1/matches/${match.body.id}`).expect(200)
    const { version, ...seen } = body
    return { version, seen, etag: headers.etag }
  }
  const readBoth = () => Promise.all([provider, seeker].map(read))
  plant(() => 'clear')
  const { match, need } = await proposedPair(market)
  await act(officer, match, 'approve').expect(200)
  let sequence = 10
  const askAgain = async (outcome: Finding['outcome']) => {
    plant(() => outcome)
    const officers = await read(officer)
    await running.publish(needEvents.renewed, need, ++sequence)
    await running.settle()
    assert.equal((await read(officer)).version, officers.version + 1)
  }

  const before = await readBoth()
  await askAgain('notAssessed')
  assert.deepEqual(await readBoth(), before)
  await askAgain('clear')
  assert.deepEqual(await readBoth(), before)
  await askAgain('hold')
  const held = await readBoth()
  for (const [place, { version, seen, etag }] of held.entries()) {
    assert.deepEqual([version, seen.actions], [before[place]!.version + 1, ['decline']])
    assert.notEqual(etag, before[place]!.etag)
  }
  for (const days of [4, 5]) {
    const { version } = await read(officer)
    running.clock.advance({ hours: 24 * days })
    await running.settle()
    assert.equal((await read(officer)).version, version + 1, 'the officer is reminded, then the lead is asked')
    assert.deepEqual(await readBoth(), held)
  }
  await act(officer, await officer.get(`/v1/matches/${match.body.id}`), 'release', { reason: 'Checked.' }).expect(200)
  for (const [place, { version, seen }] of (await readBoth()).entries())
    assert.deepEqual([version, seen.actions], [held[place]!.version + 1, ['accept', 'decline']])
})
