import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem } from '@techbridge/testkit'
import { openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { officer, seeker, provider } = market
const path = '/v1/matches/decisions'
const refusal = { code: 'wrongMaturity' }

const decide = async (...decisions: object[]) => (await officer.post(path).send({ decisions }).expect(200)).body.items
const statusOf = async (id: string) => (await officer.get(`/v1/matches/${id}`).expect(200)).body.status

describe('decisions on several matches', () => {
  test('have an outcome each, and a refused one stops no other', async () => {
    const [one, two, three] = [await proposedPair(market), await proposedPair(market), await proposedPair(market)]
    const [a, b, c] = [one, two, three].map(({ match }) => match.body)
    const missing = `match_${'0'.repeat(24)}`
    const items = await decide(
      { id: missing, version: 1, key: 'k0', action: 'approve' },
      { id: a.id, version: a.version, key: 'k1', action: 'approve' },
      { id: b.id, version: b.version + 1, key: 'k2', action: 'approve' },
      { id: b.id, version: b.version, key: 'k3', action: 'reject' },
      { id: c.id, version: c.version, key: 'k4', action: 'approve', refusal },
      { id: c.id, version: c.version, key: 'k5', action: 'reject', refusal },
    )
    assert.deepEqual(
      items.map(({ outcome, problem }: any) => [outcome, problem?.status]),
      [
        ['refused', 404],
        ['done', undefined],
        ['refused', 412],
        ['refused', 422],
        ['refused', 422],
        ['done', undefined],
      ],
    )
    assert.equal(items[3].problem.errors[0].path, 'body.decisions.3.refusal')
    assert.equal(items[1].version, a.version + 1)
    assert.deepEqual(
      [await statusOf(a.id), await statusOf(b.id), await statusOf(c.id)],
      ['approved', 'proposed', 'rejected'],
    )
  })

  test('that are sent again are not carried out again, and a key serves one decision', async () => {
    const { body } = (await proposedPair(market)).match
    const decision = { id: body.id, version: body.version, key: 'again', action: 'approve' }
    const [first] = await decide(decision)
    const [second] = await decide(decision)
    assert.deepEqual([first.outcome, second.outcome, second.version], ['done', 'replayed', first.version])
    const [other] = await decide({ ...decision, action: 'reject', refusal })
    assert.equal(other.problem.type, 'urn:techbridge:problem:idempotency-key-reused')
  })

  test('are for officers', async () => {
    const { body } = (await proposedPair(market)).match
    const decisions = [{ id: body.id, version: body.version, key: 'k', action: 'approve' }]
    for (const who of [seeker, provider]) assertProblem(await who.post(path).send({ decisions }), 403, 'wrong-role')
    assert.equal(await statusOf(body.id), 'proposed')
  })
})
