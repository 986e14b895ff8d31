import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, organisations } from '@techbridge/testkit'
import { act, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { provider, seeker, otherProvider, otherSeeker, officer, running } = market

const approvedPair = async (contents: Parameters<typeof proposedPair>[1] = {}) => {
  const pair = await proposedPair(market, contents)
  return { ...pair, match: await act(officer, pair.match, 'approve').expect(200) }
}
const read = (who: typeof officer, id: string) => who.get(`/v1/matches/${id}`)
const listed = async (who: typeof officer, id: string) => {
  const { body } = await who.get('/v1/matches?limit=100').expect(200)
  return body.items.some((match: any) => match.id === id)
}

describe('an officer of a side', () => {
  test('sees a match and decides nothing on it', async () => {
    for (const side of ['university', 'cooperative'] as const) {
      const { match } = await proposedPair(market)
      for (const role of ['officer', 'admin'] as const) {
        const insider = await running.agent(role, organisations[side])
        assert.deepEqual((await read(insider, match.body.id).expect(200)).body.actions, [])
        assertProblem(await act(insider, match, 'approve'), 409, 'guard-officer-of-side')
        assertProblem(await act(insider, match, 'reject', { code: 'price' }), 409, 'guard-officer-of-side')
        assertProblem(await act(insider, match, 'release', { reason: 'Ours.' }), 409, 'guard-officer-of-side')
      }
      await act(officer, match, 'approve').expect(200)
    }
  })
})

describe('the parties', () => {
  test('hear of a match when an officer has approved it', async () => {
    const { match } = await proposedPair(market)
    const { id } = match.body
    for (const who of [provider, seeker]) {
      assertProblem(await read(who, id), 404, 'not-found')
      assert.equal(await listed(who, id), false)
      assertProblem(await act(who, match, 'accept'), 404, 'not-found')
      assertProblem(await act(who, match, 'approve'), 403, 'wrong-role')
    }
    await act(officer, match, 'approve').expect(200)
    for (const who of [provider, seeker]) {
      assert.deepEqual((await read(who, id).expect(200)).body.actions, ['accept', 'decline'])
      assert.equal(await listed(who, id), true)
    }
    for (const who of [otherProvider, otherSeeker]) {
      assertProblem(await read(who, id), 404, 'not-found')
      assert.equal(await listed(who, id), false)
    }
  })

  test('agree when both accept', async () => {
    const { match } = await approvedPair()
    const half = await act(provider, match, 'accept').expect(200)
    assert.deepEqual([half.body.status, half.body.accepted, half.body.actions], ['approved', ['provider'], ['decline']])
    assertProblem(await act(provider, half, 'accept'), 409, 'guard-not-yet-accepted')
    assertProblem(await act(seeker, match, 'accept'), 412, 'stale-version')
    const agreed = await act(seeker, half, 'accept').expect(200)
    assert.deepEqual([agreed.body.status, agreed.body.actions], ['agreed', []])
    await running.settle()
    const events = (await running.events()).filter(({ subject }) => subject === match.body.id)
    const types = new Set(events.map(({ type }) => type.split('.')[2]))
    assert.deepEqual([...types], ['proposed', 'approved', 'accepted', 'agreed'])
  })

  test('decline with a reason', async () => {
    const { match } = await approvedPair()
    const { body } = await act(seeker, match, 'decline', { code: 'price' }).expect(200)
    assert.deepEqual([body.status, body.refusal], ['declined', { code: 'price' }])
  })
})

describe('a refusal', () => {
  test('needs a reason of the list, and a text when it is another', async () => {
    const { match } = await proposedPair(market)
    const wrong: [object, string][] = [
      [{}, 'body.code'],
      [{ code: 'because' }, 'body.code'],
      [{ code: 'other' }, 'body.text'],
      [{ code: 'other', text: ' ' }, 'body.text'],
      [{ code: 'price', why: 'x' }, 'body.why'],
    ]
    for (const [body, path] of wrong) {
      assert.deepEqual(fieldsOf(assertProblem(await act(officer, match, 'reject', body), 422, 'invalid')), [path])
    }
    const { body } = await act(officer, match, 'reject', { code: 'other', text: 'Known to each other.' }).expect(200)
    assert.deepEqual(body.refusal, { code: 'other', text: 'Known to each other.' })
  })
})

describe('what a party reads of the other', () => {
  test('is the abstract until its own side has accepted, then the details', async () => {
    const { match, offer, need } = await approvedPair()
    const { id } = match.body
    const before = await read(seeker, id).expect(200)
    assert.equal('description' in before.body.offer.content.texts.en, false)
    assert.equal('price' in before.body.offer.content, false)
    assert.ok('description' in before.body.need.content.texts.en, 'one’s own details are one’s own')
    const accepted = await act(seeker, match, 'accept').expect(200)
    const after = await read(seeker, id).expect(200)
    assert.deepEqual(after.body.offer.content, offer.content)
    const other = await read(provider, id).expect(200)
    assert.equal('budget' in other.body.need.content, false)
    await act(provider, accepted, 'accept').expect(200)
    assert.deepEqual((await read(provider, id)).body.need.content, need.content)
  })

  test('changes its ETag with each content published, and counts no step behind them', async () => {
    const { match, reviseOffer } = await approvedPair()
    const contentsOf = async () => (await read(seeker, match.body.id).expect(200)).headers.etag!.split('-')[1]
    assert.equal(await contentsOf(), '1.1.20261208.announced"')
    await reviseOffer({ trl: 9 })
    assert.equal(await contentsOf(), '1.2.20261208.announced"')
  })

  test('names no anonymous organisation before the agreement', async () => {
    const contents = { offer: { anonymous: true }, need: { anonymous: true } }
    const { match } = await approvedPair(contents)
    const { id } = match.body
    const namesIn = async (who: typeof officer) => {
      const texts = [(await read(who, id)).text, (await who.get('/v1/matches?limit=100')).text]
      const one = JSON.stringify((JSON.parse(texts[1]!).items as any[]).filter((item) => item.id === id))
      return [organisations.university, organisations.cooperative].filter(
        ({ id: name }) => texts[0]!.includes(name) || one.includes(name),
      )
    }
    assert.deepEqual(await namesIn(provider), [organisations.university])
    assert.deepEqual(await namesIn(seeker), [organisations.cooperative])
    assert.equal((await namesIn(officer)).length, 2)
    const half = await act(provider, match, 'accept').expect(200)
    assert.deepEqual(await namesIn(provider), [organisations.university])
    await act(seeker, half, 'accept').expect(200)
    assert.equal((await namesIn(provider)).length, 2)
    assert.equal((await namesIn(seeker)).length, 2)
  })
})

describe('deadlines', () => {
  test('remind, escalate and end what nobody answers', async () => {
    const { match } = await proposedPair(market)
    const happened = async (hours: number) => {
      running.clock.advance({ hours })
      await running.settle()
      const events = (await running.events()).filter(({ subject }) => subject === match.body.id)
      return [...new Map(events.map((event) => [event.id, event.type.split('.')[2]])).values()].slice(1)
    }
    assert.deepEqual(await happened(71), [])
    assert.deepEqual(await happened(1), ['reminded'])
    assert.deepEqual(await happened(24 * 4), ['reminded', 'escalated'])
    assert.deepEqual(await happened(24 * 7), ['reminded', 'escalated', 'lapsed'])
    assert.equal((await read(officer, match.body.id)).body.status, 'lapsed')
  })
})

test('the history of a match is for officers', async () => {
  const { match } = await approvedPair()
  const path = `/v1/matches/${match.body.id}/history`
  const { body } = await officer.get(path).expect(200)
  assert.deepEqual(
    body.items.map(({ by }: any) => by.role),
    ['system', 'officer'],
  )
  assertProblem(await provider.get(path), 403, 'wrong-role')
})
