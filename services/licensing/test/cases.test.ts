import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type MatchedNeed, type MatchedOffer, matchEvents, type Organisation } from '@techbridge/contracts'
import { assertProblem, fieldsOf, organisations, startService } from '@techbridge/testkit'
import { createLicensing } from '../src/service.ts'
import { need, offer } from './case-life.ts'

const running = await startService({ licensing: createLicensing })
after(running.close)
const provider = await running.as('provider')
const seeker = await running.as('seeker')
const officer = await running.as('officer')
const strangers = [await running.as('otherProvider'), await running.as('otherSeeker')]

type Agent = typeof provider
type Answer = Awaited<ReturnType<Agent['get']>>
let count = 0

const agreed = async (sides: { need?: MatchedNeed; offer?: MatchedOffer } = {}) => {
  running.clock.advance({ seconds: 1 })
  const id = `match_${String(++count).padStart(24, '0')}`
  const data = { id, need, offer, ...sides }
  await running.publish(matchEvents.agreed, data, 5)
  await running.settle()
  return { data, id: id.replace('match', 'case') }
}
const opened = async (): Promise<Answer> => officer.get(`/v1/cases/${(await agreed()).id}`).expect(200)
const act = (who: Agent, { body, headers }: Answer, action: string, given?: object) => {
  const request = who.post(`/v1/cases/${body.id}/${action}`).set('If-Match', headers.etag!)
  return given ? request.send(given) : request
}

describe('a case', () => {
  test('is opened once for an agreed match, however often the event comes', async () => {
    const { data, id } = await agreed()
    await running.publish(matchEvents.agreed, data, 5)
    await running.settle()
    const { body } = await officer.get(`/v1/cases/${id}`).expect(200)
    assert.partialDeepStrictEqual(body, {
      version: 1,
      status: 'opened',
      match: data.id,
      actions: ['choose-deal', 'draft-nda', 'clear', 'hold', 'terminate'],
      dealType: 'nonExclusiveLicence',
      family: 'licence',
      openedAt: running.clock.now().toISOString(),
    })
    const events = (await running.events()).filter(({ subject }) => subject === id)
    assert.deepEqual([...new Set(events.map((event) => event.id))], [`${id}/1`])
  })

  test('goes from the NDA to an agreement in force', async () => {
    let now = await opened()
    const reason = 'Agreed with both.'
    const steps: [Agent, string, string, object?][] = [
      [officer, 'draft-nda', 'nda'],
      [provider, 'sign-nda', 'nda'],
      [seeker, 'sign-nda', 'nda'],
      [officer, 'start-clearance', 'clearance'],
      [officer, 'clear', 'clearance', { act: 'negotiation', reason }],
      [officer, 'start-negotiation', 'negotiation'],
      [seeker, 'request-review', 'legalReview'],
      [officer, 'pass-review', 'approval'],
      [provider, 'affirm-encumbrances', 'approval'],
      [officer, 'approve', 'approval'],
      [seeker, 'approve', 'approval'],
      [provider, 'approve', 'signature'],
      [officer, 'clear', 'signature', { act: 'signature', reason }],
      [seeker, 'sign', 'signature'],
      [provider, 'sign', 'recordal'],
      [officer, 'record', 'signed', { office: 'CNIPA', number: 'X2026990000123', on: '2026-11-20' }],
      [officer, 'activate', 'active'],
      [provider, 'terminate', 'terminated', { reason: 'term is over' }],
    ]
    for (const [who, action, status, given] of steps) {
      const seen = await who.get(`/v1/cases/${now.body.id}`).expect(200)
      assert.ok(seen.body.actions.includes(action), `${action} is among ${seen.body.actions}`)
      now = await act(who, seen, action, given).expect(200)
      assert.equal(now.body.status, status)
    }
    assert.deepEqual(now.body.actions, [])
    const { body } = await seeker.get(`/v1/cases/${now.body.id}/history`).expect(200)
    assert.equal(body.items.length, steps.length + 1)
  })

  for (const [who, by] of [
    [officer, 'officer'],
    [provider, 'provider'],
    [seeker, 'seeker'],
  ] as const) {
    test(`that the ${by} ended tells the reason to officers and to the side that gave it`, async () => {
      const reason = 'Their patent was revoked.'
      const { id } = (await act(who, await opened(), 'terminate', { reason }).expect(200)).body
      for (const reader of [officer, provider, seeker]) {
        const read = async (path: string) => (await reader.get(path).expect(200)).body
        const termination = reader === officer || reader === who ? { by, reason } : { by }
        assert.deepEqual((await read(`/v1/cases/${id}`)).termination, termination)
        const [listed] = (await read('/v1/cases?limit=1')).items
        assert.deepEqual([listed.id, listed.termination], [id, termination])
        const { data } = (await read(`/v1/cases/${id}/history`)).items.at(-1)
        assert.deepEqual([data.by, data.reason], [by, termination.reason])
      }
    })
  }

  test('is its parties’ and the officers’ business alone', async () => {
    const now = await opened()
    const { id } = now.body
    for (const who of strangers) {
      assertProblem(await who.get(`/v1/cases/${id}`), 404, 'not-found')
      assertProblem(await who.get(`/v1/cases/${id}/history`), 404, 'not-found')
      assertProblem(await act(who, now, 'terminate', { reason: 'mine' }), 404, 'not-found')
      assert.deepEqual((await who.get('/v1/cases')).body.items, [])
    }
    for (const who of [provider, seeker, officer]) {
      const { body } = await who.get('/v1/cases').expect(200)
      assert.equal(body.items[0].id, id)
    }
    assertProblem(await running.anonymous.get(`/v1/cases/${id}`), 401, 'not-signed-in')
  })

  test('is listed for an organisation by its side', async () => {
    const swap = (organisation: Organisation) => ({ organisation })
    const reverse = await agreed({
      need: { ...need, ...swap(organisations.university) },
      offer: { ...offer, ...swap(organisations.cooperative) },
    })
    const ids = async (who: Agent) => (await who.get('/v1/cases?limit=100')).body.items.map(({ id }: any) => id)
    assert.equal((await ids(provider)).includes(reverse.id), false)
    assert.equal((await ids(await running.agent('seeker', organisations.university))).includes(reverse.id), true)
  })
})

describe('an action on a case is refused', () => {
  test('that a guard keeps closed, by the name of the guard', async () => {
    const drafted = await act(officer, await opened(), 'draft-nda').expect(200)
    assertProblem(await act(officer, drafted, 'start-negotiation'), 409, 'illegal-transition')
    const early = assertProblem(await act(officer, drafted, 'start-clearance'), 409, 'guard-nda-complete')
    assert.deepEqual(early.allowed, ['choose-deal', 'clear', 'hold', 'terminate'])
    const next = early.next?.find((one) => one.by === 'seeker')
    assert.ok(next?.actions.includes('sign-nda'), 'it says who goes on')
    assert.match(early.detail, /seeker: choose-deal, sign-nda/)
    const signed = await act(provider, drafted, 'sign-nda').expect(200)
    assertProblem(await act(provider, signed, 'sign-nda'), 409, 'guard-nda-unsigned')
  })

  test('of the wrong role, of a stale version, without If-Match, without a reason', async () => {
    const now = await opened()
    assertProblem(await act(provider, now, 'draft-nda'), 403, 'wrong-role')
    assertProblem(await act(officer, now, 'sign-nda'), 403, 'wrong-role')
    assertProblem(await officer.post(`/v1/cases/${now.body.id}/draft-nda`), 428, 'if-match-needed')
    const problem = assertProblem(await act(seeker, now, 'terminate', {}), 422, 'invalid')
    assert.deepEqual(fieldsOf(problem), ['body.reason'])
    await act(officer, now, 'draft-nda').expect(200)
    assertProblem(await act(officer, now, 'draft-nda'), 412, 'stale-version')
  })
})

test('pages of cases miss none and repeat none, by status too', async () => {
  const seen: string[] = []
  for (let cursor = ''; cursor !== undefined; ) {
    const { body } = (await officer
      .get(`/v1/cases?limit=2&status=opened${cursor && `&cursor=${cursor}`}`)
      .expect(200)) as any
    seen.push(...body.items.map(({ id }: any) => id))
    cursor = body.next
  }
  const { body } = await officer.get('/v1/cases?limit=100').expect(200)
  assert.deepEqual(
    seen,
    body.items.filter(({ status }: any) => status === 'opened').map(({ id }: any) => id),
  )
  assertProblem(await officer.get('/v1/cases?cursor=xyz'), 400, 'bad-cursor')
})
