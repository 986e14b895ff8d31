import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { caseEvents, matchEvents, type Terms, termSheetEvents } from '@techbridge/contracts'
import { assertProblem, fieldsOf, organisations, startService } from '@techbridge/testkit'
import { createLicensing } from '../../src/service.ts'
import { need, offer } from '../case-life.ts'
import { termSheets } from './examples.ts'

const running = await startService({ licensing: createLicensing })
after(running.close)
const provider = await running.as('provider')
const seeker = await running.as('seeker')
const officer = await running.as('officer')
const strangers = [
  await running.as('otherProvider'),
  await running.as('otherSeeker'),
  // The same organisation in the other role is a stranger, too.
  await running.agent('seeker', organisations.university),
  await running.agent('provider', organisations.cooperative),
]

type Agent = typeof provider
type Answer = Awaited<ReturnType<Agent['get']>>
let count = 0
const terms: Terms = termSheets.nonExclusiveLicence

const opened = async () => {
  running.clock.advance({ seconds: 1 })
  const id = `match_${String(++count).padStart(24, '0')}`
  await running.publish(matchEvents.agreed, { id, need, offer }, 5)
  await running.settle()
  return `/v1/cases/${id.replace('match', 'case')}`
}

/** An action on the case. */
const step = (who: Agent, path: string, action: string, body?: object) => {
  const request = who.post(`${path}/${action}`).set('If-Match', '*')
  return (body ? request.send(body) : request).expect(200)
}

const negotiated = async () => {
  const path = await opened()
  const steps: [Agent, string, object?][] = [
    [officer, 'draft-nda'],
    [provider, 'sign-nda'],
    [seeker, 'sign-nda'],
    [officer, 'start-clearance'],
    [officer, 'clear', { act: 'negotiation', reason: 'Agricultural machinery.' }],
    [officer, 'clear', { act: 'signature', reason: 'Agricultural machinery.' }],
    [officer, 'start-negotiation'],
  ]
  for (const [who, action, body] of steps) await step(who, path, action, body)
  return path
}

const propose = (who: Agent, path: string, body: object = { clauses: terms }) =>
  who.post(`${path}/term-sheet`).send(body)
const act = (who: Agent, path: string, action: string, body: object | undefined, ifMatch = '*') => {
  const request = who.post(`${path}/term-sheet/${action}`).set('If-Match', ifMatch)
  return body ? request.send(body) : request
}
const proposed = async () => {
  const path = await negotiated()
  return { path, answer: await propose(provider, path).expect(201) }
}
const sheet = (who: Agent, path: string) => who.get(`${path}/term-sheet`)
const upfront = (amount: number) => ({ upfront: { amount: { amount, currency: 'USD' }, dueDays: 30 } })

describe('a term sheet', () => {
  test('is proposed by one side, countered by the other, agreed clause by clause and accepted by both', async () => {
    const path = await negotiated()
    const first = await propose(provider, path, {
      clauses: terms,
      reasons: { royalty: '<p>As with <b>others</b>.</p>' },
    }).expect(201)
    assert.equal(first.headers.location, `${path}/term-sheet`)
    assert.deepEqual(first.body.terms, terms)
    assert.deepEqual(first.body.actions, ['counter', 'accept'])
    assert.equal(first.body.changed[0].path, 'body.reasons.royalty')
    assert.deepEqual((await sheet(seeker, path)).body.actions, ['counter', 'agree', 'accept'])

    await act(seeker, path, 'agree', { clauses: ['subject', 'law'], why: 'As spoken.' }).expect(200)
    await act(provider, path, 'accept', undefined).expect(200)
    const countered = await act(seeker, path, 'counter', {
      clauses: upfront(1_500_000),
      remove: ['improvements'],
      reasons: { upfront: 'Our loan.' },
    }).expect(200)
    assert.partialDeepStrictEqual(countered.body, { termsVersion: 2, status: 'negotiating', acceptedBy: [] })
    assert.equal(countered.body.terms.improvements, undefined)
    const standings = new Map(countered.body.clauses.map((one: { clause: string }) => [one.clause, one]))
    assert.partialDeepStrictEqual(standings.get('upfront'), { standing: 'countered', by: 'seeker', why: 'Our loan.' })
    assert.partialDeepStrictEqual(standings.get('law'), { standing: 'agreed', by: 'provider', agreedBy: 'seeker' })

    await act(provider, path, 'accept', undefined).expect(200)
    const settled = await act(seeker, path, 'accept', undefined).expect(200)
    assert.partialDeepStrictEqual(settled.body, {
      status: 'accepted',
      acceptedBy: ['provider', 'seeker'],
      termsVersion: 2,
    })
    assert.deepEqual(
      new Set(settled.body.clauses.map((one: { standing: string }) => one.standing)),
      new Set(['agreed']),
    )

    const { body: versions } = await officer.get(`${path}/term-sheet/versions`).expect(200)
    assert.partialDeepStrictEqual(versions.items[1], {
      version: 2,
      by: 'seeker',
      written: ['upfront'],
      removed: ['improvements'],
      reasons: { upfront: 'Our loan.' },
    })
    const { body: difference } = await provider.get(`${path}/term-sheet/difference?from=1&to=2`).expect(200)
    assert.deepEqual(
      difference.clauses.map(({ clause, change }: any) => [clause, change]),
      [
        ['upfront', 'changed'],
        ['improvements', 'removed'],
      ],
    )
    assert.deepEqual(difference.clauses[0].fields, [
      {
        path: 'amount',
        from: { amount: 2_000_000, currency: 'USD' },
        to: { amount: 1_500_000, currency: 'USD' },
      },
    ])
    await running.settle()
    const told = (await running.events()).filter(({ subject }) => subject === settled.body.id)
    const { proposed, clausesAgreed, accepted, countered: changed, acceptancesVoided } = termSheetEvents
    assert.deepEqual(
      told.map(({ type }) => type),
      [proposed, clausesAgreed, accepted, changed, acceptancesVoided, accepted, accepted].map(({ type }) => type),
    )
    assert.partialDeepStrictEqual(told[4]?.data, { of: ['provider'], version: 2 })
    assert.partialDeepStrictEqual(told[6]?.data, { settled: true, version: 2 })
    const { body: past } = await seeker.get(`${path}/term-sheet/history`).expect(200)
    assert.deepEqual(
      past.items.map(({ data }: any) => data),
      told.map(({ data }) => data),
    )
  })

  test('that is settled may be changed, and is settled no longer', async () => {
    const { path } = await proposed()
    await act(provider, path, 'accept', undefined).expect(200)
    await act(seeker, path, 'accept', undefined).expect(200)
    const { body } = await act(provider, path, 'counter', { clauses: upfront(1) }).expect(200)
    assert.partialDeepStrictEqual(body, { status: 'negotiating', acceptedBy: [], termsVersion: 2 })
  })

  test('tells its contradictions, and is not accepted while it has any', async () => {
    const path = await negotiated()
    const { royalty } = terms
    const clauses = { ...terms, royalty: { ...royalty, base: undefined } }
    const { body } = await propose(seeker, path, { clauses }).expect(201)
    assert.deepEqual(body.findings, [
      {
        severity: 'error',
        places: ['royalty.base'],
        message: 'The royalty has no base: say what it is computed from.',
        code: 'terms.royalty-without-base',
        params: {},
      },
    ])
    assert.deepEqual(body.actions, ['counter'])
    const problem = assertProblem(await act(provider, path, 'accept', undefined), 409, 'guard-terms-consistent')
    assert.deepEqual(problem.found, body.findings)
    assert.deepEqual(problem.allowed, ['counter', 'agree'])
  })

  test('computes the royalty of a period', async () => {
    const { path } = await proposed()
    const ask = (query: string) => officer.get(`${path}/term-sheet/royalty${query}`)
    const usd = (amount: number) => ({ amount, currency: 'USD' })
    assert.deepEqual((await ask('?sales=60000000').expect(200)).body, {
      computed: usd(1_700_000),
      payable: usd(1_700_000),
      applied: 'asComputed',
      tiers: [
        { part: usd(50_000_000), rate: '3' },
        { part: usd(10_000_000), rate: '2' },
      ],
    })
    assert.deepEqual(fieldsOf(assertProblem(await ask(''), 422, 'royalty-not-computed')), ['query.sales'])
    assert.deepEqual(fieldsOf(assertProblem(await ask('?sales=1&units=1'), 422, 'royalty-not-computed')), [
      'query.units',
    ])
    assertProblem(await ask('?sales=1.5'), 400, 'invalid')
    await act(seeker, path, 'counter', { remove: ['royalty'] }).expect(200)
    assert.deepEqual(fieldsOf(assertProblem(await ask('?sales=1'), 422, 'royalty-not-computed')), ['terms'])
  })
})

describe('two at once', () => {
  test('counter the same version: one is done, the other gets 412', async () => {
    const { path, answer } = await proposed()
    const etag = String(answer.headers.etag)
    const answers = await Promise.all([
      act(provider, path, 'counter', { clauses: upfront(1) }, etag),
      act(seeker, path, 'counter', { clauses: upfront(2) }, etag),
    ])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 412])
    assert.equal((await sheet(officer, path)).body.termsVersion, 2)
  })

  test('propose: one is done, the other gets 409', async () => {
    const path = await negotiated()
    const answers = await Promise.all([propose(provider, path), propose(seeker, path)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
  })

  test('accept: both are done, and the terms are settled once', async () => {
    const { path, answer } = await proposed()
    await Promise.all([provider, seeker].map((who) => act(who, path, 'accept', undefined).expect(200)))
    await running.settle()
    const accepted = (await running.events()).filter(
      ({ subject, type }) => subject === answer.body.id && type === termSheetEvents.accepted.type,
    )
    assert.deepEqual(
      accepted.map(({ data }) => (data as { settled: boolean }).settled),
      [false, true],
    )
  })
})

describe('a request that is repeated with its key', () => {
  test('is carried out once, also after the terms went on', async () => {
    const path = await negotiated()
    const create = () => propose(provider, path).set('Idempotency-Key', 'first').expect(201)
    const { body } = await create()
    assert.equal((await create()).body.version, body.version)
    const counter = () =>
      act(seeker, path, 'counter', { clauses: upfront(5) }, `"${body.version}"`)
        .set('Idempotency-Key', 'c')
        .expect(200)
    await counter()
    await act(provider, path, 'counter', { clauses: upfront(6) }).expect(200)
    const again = await counter()
    assert.equal(again.headers['idempotency-replayed'], 'true')
    assert.equal(again.body.termsVersion, 3)
    const other = act(seeker, path, 'counter', { clauses: upfront(7) }).set('Idempotency-Key', 'c')
    assertProblem(await other, 422, 'idempotency-key-reused')
  })
})

describe('nobody but the parties and officers', () => {
  const requests: [string, (who: Agent, path: string) => PromiseLike<Answer>][] = [
    ['reads it', (who, path) => sheet(who, path)],
    ['reads versions', (who, path) => who.get(`${path}/term-sheet/versions`)],
    ['reads differences', (who, path) => who.get(`${path}/term-sheet/difference?from=1&to=1`)],
    ['computes', (who, path) => who.get(`${path}/term-sheet/royalty?sales=1`)],
    ['reads the history', (who, path) => who.get(`${path}/term-sheet/history`)],
    ['proposes', (who, path) => propose(who, path)],
    ['counters', (who, path) => act(who, path, 'counter', { clauses: upfront(1) })],
    ['agrees', (who, path) => act(who, path, 'agree', { clauses: ['law'] })],
    ['accepts', (who, path) => act(who, path, 'accept', undefined)],
    ['counters an old version', (who, path) => act(who, path, 'counter', { clauses: upfront(1) }, '"99"')],
  ]
  const missing = '/v1/cases/case_ffffffffffffffffffffffff'
  const told = ({ status, body }: Answer, path: string) => {
    const { instance, ...rest } = body
    const id = path.split('/').at(-1) as string
    return [status, JSON.parse(JSON.stringify(rest).replaceAll(id, 'ID'))]
  }

  for (const [what, request] of requests) {
    test(`${what}: a stranger is answered as for a case that does not exist`, async () => {
      const { path } = await proposed()
      const empty = await negotiated()
      for (const who of strangers) {
        const nothing = told(await request(who, missing), missing)
        assert.equal(nothing[0], 404)
        for (const place of [path, empty]) assert.deepEqual(told(await request(who, place), place), nothing)
      }
      assertProblem(await request(running.anonymous, path), 401, 'not-signed-in')
    })
  }

  test('not even by the stream', async () => {
    const { answer } = await proposed()
    await running.settle()
    const [event] = (await running.events()).filter(({ subject }) => subject === answer.body.id)
    assert.ok(event)
    assert.deepEqual(termSheetEvents.proposed.sidesOf(termSheetEvents.proposed.data.parse(event.data)), {
      provider: { id: organisations.university.id },
      seeker: { id: organisations.cooperative.id },
    })
    assert.equal(termSheetEvents.proposed.audienceOf(termSheetEvents.proposed.data.parse(event.data)), 'sides')
  })

  test('changes it: officers read', async () => {
    const { path } = await proposed()
    const { body } = await sheet(officer, path).expect(200)
    assert.deepEqual([body.terms, body.actions], [terms, []])
    assertProblem(await act(officer, path, 'accept', undefined), 403, 'wrong-role')
    assertProblem(await propose(officer, path), 403, 'wrong-role')
  })
})

describe('terms that change after the case has moved on', () => {
  const settled = async () => {
    const { path } = await proposed()
    for (const who of [provider, seeker]) await act(who, path, 'accept', undefined).expect(200)
    for (const [who, action] of [
      [seeker, 'request-review'],
      [officer, 'pass-review'],
      [provider, 'affirm-encumbrances'],
      [officer, 'approve'],
    ] as const)
      await step(who, path, action)
    return path
  }
  const status = async (path: string) => (await officer.get(path).expect(200)).body

  test('void the approvals, and tell whose; who approves again stands by the new version', async () => {
    const path = await settled()
    await step(provider, path, 'approve')
    await act(seeker, path, 'counter', { clauses: upfront(7) }).expect(200)
    await running.settle()
    assert.partialDeepStrictEqual(await status(path), { status: 'negotiation', approvedBy: [] })
    const [voided] = (await running.events()).filter(
      ({ type, subject }) => type === caseEvents.approvalsVoided.type && path.endsWith(subject),
    )
    assert.partialDeepStrictEqual(voided?.data, { termSheet: 2, approvedBy: ['officer', 'provider'], signedBy: [] })
    for (const who of [provider, seeker]) await act(who, path, 'accept', undefined).expect(200)
    await step(seeker, path, 'request-review')
    await step(officer, path, 'pass-review')
    await step(officer, path, 'approve')
    await running.settle()
    const approved = (await running.events()).filter(
      ({ type, subject }) => type === caseEvents.approved.type && path.endsWith(subject),
    )
    assert.deepEqual(
      approved.map(({ data }) => (data as { termSheet: number }).termSheet),
      [1, 1, 2],
    )
  })

  test('void a signature, and cannot change once both have signed', async () => {
    const path = await settled()
    for (const who of [provider, seeker]) await step(who, path, 'approve')
    await step(provider, path, 'sign')
    await act(seeker, path, 'counter', { clauses: upfront(7) }).expect(200)
    await running.settle()
    assert.partialDeepStrictEqual(await status(path), { status: 'negotiation', agreementSignedBy: [] })

    const other = await settled()
    for (const who of [provider, seeker]) await step(who, other, 'approve')
    for (const who of [provider, seeker]) await step(who, other, 'sign')
    assertProblem(await act(seeker, other, 'counter', { clauses: upfront(7) }), 409, 'terms-not-negotiated')
  })

  test('are approved and signed only when settled', async () => {
    const { path } = await proposed()
    await step(seeker, path, 'request-review')
    await step(officer, path, 'pass-review')
    await step(provider, path, 'affirm-encumbrances')
    const approve = officer.post(`${path}/approve`).set('If-Match', '*')
    assertProblem(await approve, 409, 'guard-terms-settled')
    for (const who of [provider, seeker]) await act(who, path, 'accept', undefined).expect(200)
    await step(officer, path, 'approve')
  })

  test('are not negotiated once the clearance of the negotiation is revoked', async () => {
    const { path } = await proposed()
    await step(officer, path, 'revoke-clearance', { act: 'negotiation', reason: 'The rules have changed.' })
    const refused = await act(seeker, path, 'counter', { clauses: upfront(7) })
    assert.equal(refused.status, 409)
    assert.ok(['guard-negotiation-cleared', 'terms-not-negotiated'].includes(refused.body.code))
  })
})

describe('a request is refused, with what may be done instead', () => {
  test('before the case is negotiated, and after it has ended', async () => {
    const path = await opened()
    const early = assertProblem(await propose(provider, path), 409, 'terms-not-negotiated')
    assert.ok(early.allowed?.includes('terminate'))
    assert.deepEqual(assertProblem(await sheet(provider, path), 404, 'terms-not-proposed').allowed, [])
    const { path: ended } = await proposed()
    await seeker.post(`${ended}/terminate`).set('If-Match', '*').send({ reason: 'no budget' }).expect(200)
    assertProblem(await act(provider, ended, 'counter', { clauses: upfront(1) }), 409, 'terms-not-negotiated')
    assert.deepEqual((await sheet(provider, ended).expect(200)).body.actions, [])
  })

  test('before anything is proposed', async () => {
    const path = await negotiated()
    for (const request of [sheet(seeker, path), act(seeker, path, 'accept', undefined)])
      assert.deepEqual(assertProblem(await request, 404, 'terms-not-proposed').allowed, ['propose'])
    assert.deepEqual(assertProblem(await sheet(officer, path), 404, 'terms-not-proposed').allowed, [])
  })

  test('without If-Match, of a stale version, and twice', async () => {
    const { path } = await proposed()
    assertProblem(await provider.post(`${path}/term-sheet/accept`), 428, 'if-match-needed')
    await act(provider, path, 'accept', undefined, '"1"').expect(200)
    assertProblem(await act(seeker, path, 'accept', undefined, '"1"'), 412, 'stale-version')
    assertProblem(await act(provider, path, 'accept', undefined), 409, 'guard-terms-unaccepted')
    assertProblem(await act(provider, path, 'agree', { clauses: ['law'] }), 409, 'guard-clauses-awaited')
    assertProblem(await propose(provider, path), 409, 'exists')
  })

  test('that does not fit the terms, with its places', async () => {
    const { path } = await proposed()
    const refused = async (action: string, body: object, code = 'terms-refused') =>
      fieldsOf(assertProblem(await act(seeker, path, action, body), 422, code))
    assert.deepEqual(await refused('counter', { remove: ['site'] }), ['body.remove.0'])
    assert.deepEqual(await refused('counter', { clauses: upfront(1), remove: ['law', 'upfront'] }), ['body.remove.1'])
    assert.deepEqual(await refused('counter', { clauses: upfront(1), reasons: { law: 'x' } }), ['body.reasons.law'])
    assert.deepEqual(await refused('counter', { clauses: { law: terms.law } }, 'terms-unchanged'), ['body.clauses'])
    assert.deepEqual(await refused('counter', {}, 'terms-unchanged'), ['body.clauses'])
    assert.deepEqual(await refused('agree', { clauses: ['site', 'law'] }), ['body.clauses.0'])
    const own = assertProblem(
      await act(provider, path, 'counter', { clauses: upfront(1) }, '"1"')
        .then(() => act(seeker, path, 'counter', { clauses: upfront(2) }))
        .then(() => act(seeker, path, 'agree', { clauses: ['upfront'] })),
      422,
      'terms-refused',
    )
    assert.deepEqual(fieldsOf(own), ['body.clauses.0'])
    for (const query of ['from=1&to=9', 'from=9&to=1'])
      assertProblem(await seeker.get(`${path}/term-sheet/difference?${query}`), 422, 'terms-refused')
  })

  const wrong: [string, object, string[]][] = [
    [
      'amounts',
      { upfront: { amount: { amount: 1.5, currency: 'USD' }, dueDays: 30 } },
      ['body.clauses.upfront.amount.amount'],
    ],
    [
      'amounts below zero',
      { upfront: { amount: { amount: -1, currency: 'USD' }, dueDays: 30 } },
      ['body.clauses.upfront.amount.amount'],
    ],
    [
      'currencies',
      { upfront: { amount: { amount: 1, currency: 'RMB' }, dueDays: 30 } },
      ['body.clauses.upfront.amount.currency'],
    ],
    ['rates', { equity: { share: 2.5, company: 'x' } }, ['body.clauses.equity.share']],
    ['rates in words', { equity: { share: '2,5', company: 'x' } }, ['body.clauses.equity.share']],
    ['days', { term: { start: '2027-02-29' } }, ['body.clauses.term.start']],
    [
      'territories',
      { grant: { grants: [{ exclusivity: 'sole', territories: ['VN', 'VN'], sublicensing: 'none' }] } },
      ['body.clauses.grant.grants.0.territories'],
    ],
    ['types of deal', { deal: { type: 'gift' } }, ['body.clauses.deal.type']],
    ['clauses', { weather: {} }, ['body.clauses.weather']],
    ['fields', { term: { start: '2027-01-01', forever: true } }, ['body.clauses.term.forever']],
    [
      'texts that are too long',
      { knowHow: {}, subject: { description: 'x'.repeat(4001) } },
      ['body.clauses.subject.description'],
    ],
    ['texts of nothing', { subject: { description: ' ' } }, ['body.clauses.subject.description']],
    [
      'lists that are too long',
      { milestones: { list: Array.from({ length: 31 }, (_, n) => ({ name: `m${n}`, due: '2028-01-01' })) } },
      ['body.clauses.milestones.list'],
    ],
    ['__proto__', JSON.parse('{"__proto__": {"x": 1}}'), ['body.clauses.__proto__']],
  ]
  for (const [what, clauses, fields] of wrong) {
    test(`for its ${what}, with the place`, async () => {
      const path = await negotiated()
      const problem = assertProblem(await propose(provider, path, { clauses }), 422, 'invalid')
      assert.deepEqual(fieldsOf(problem), fields)
    })
  }

  test('for a reason of nothing', async () => {
    const path = await negotiated()
    const problem = await propose(provider, path, { clauses: terms, reasons: { weather: 'It rains.' } })
    assert.deepEqual(fieldsOf(assertProblem(problem, 422, 'invalid')), ['body.reasons.weather'])
    assertProblem(await propose(provider, path, { clauses: {} }), 422, 'terms-unchanged')
  })
})
