import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Organisation, Role } from '@techbridge/contracts'
import { assertProblem, fieldsOf, organisations, startDnsServer, startService } from '@techbridge/testkit'
import { createDirectory } from '../src/service.ts'
import { document, profile } from './organisation-life.ts'

const dns = await startDnsServer()
const running = await startService({ directory: createDirectory }, { settings: { DNS_SERVERS: dns.address } })
after(async () => {
  await running.close()
  await dns.close()
})
const officer = await running.as('officer')
const stranger = await running.as('otherSeeker')

type Agent = typeof officer
let count = 0

/** Somebody of an organisation of their own, which is registered unless the test does it. */
const someone = async (role: Role = 'provider', register = true) => {
  const organisation: Organisation = { id: `organisation-${++count}`, name: 'Any', country: 'TH', kind: 'other' }
  const agent = await running.agent(role, organisation)
  running.clock.advance({ seconds: 1 })
  if (register) await agent.post('/v1/organisations').send(profile).expect(201)
  return { agent, id: organisation.id, path: `/v1/organisations/${organisation.id}`, organisation }
}
type Someone = Awaited<ReturnType<typeof someone>>

const act = async (who: Agent, { path }: { path: string }, action: string, body?: object) => {
  const { headers } = await officer.get(path)
  const request = who.post(`${path}/${action}`).set('If-Match', headers.etag ?? '"1"')
  return body ? request.send(body) : request
}
const done = async (...given: Parameters<typeof act>) => {
  const { status, body } = await act(...given)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const read = async (who: Agent, { path }: Pick<Someone, 'path'>) => (await who.get(path).expect(200)).body
const verifiedByDocument = async (given?: Someone) => {
  const one = given ?? (await someone())
  await done(one.agent, one, 'submit-document', document)
  await done(officer, one, 'verify-by-document')
  return one
}
/** The same person with a token of now. Tokens tell whole seconds only. */
const signedInAgain = async ({ organisation }: Someone) => {
  await pause(1000 - (Date.now() % 1000) + 5)
  return running.person(`provider@${organisation.id}`, 'provider', organisation)
}
const prove = async ({ agent, path }: Someone, domain: string) => {
  const { body } = await agent.get(`${path}/domain-proof?domain=${domain}`).expect(200)
  dns.publish(body.name, 'v=spf1 -all', body.value)
  return body
}

describe('an organisation', () => {
  test('is registered by its people under the id of their token, and no other', async () => {
    const { agent, id, path } = await someone('seeker', false)
    const wrong = assertProblem(
      await agent.post('/v1/organisations').send({ ...profile, id: 'another' }),
      422,
      'invalid',
    )
    assert.deepEqual(fieldsOf(wrong), ['body.id'])
    const { body, headers } = await agent
      .post('/v1/organisations')
      .send({ ...profile, ror: '05dxps055' })
      .expect(201)
    assert.equal(headers.location, path)
    assert.partialDeepStrictEqual(body, { id, version: 1, status: 'claimed', evidence: [] })
    assert.equal(body.profile.ror, 'https://ror.org/05dxps055')
    assertProblem(await agent.post('/v1/organisations').send(profile), 409, 'exists')
  })

  test('is registered by an officer, who says which', async () => {
    const wrong = assertProblem(await officer.post('/v1/organisations').send(profile), 422, 'invalid')
    assert.deepEqual(fieldsOf(wrong), ['body.id'])
    await officer
      .post('/v1/organisations')
      .send({ ...profile, id: 'by-officer' })
      .expect(201)
  })

  test('is registered once by a request that is repeated', async () => {
    const { agent } = await someone('provider', false)
    const send = () => agent.post('/v1/organisations').set('Idempotency-Key', 'once').send(profile)
    await send().expect(201)
    assert.equal((await send().expect(201)).headers['idempotency-replayed'], 'true')
  })

  test('refuses what is wrong in a profile, by its field', async () => {
    const { agent } = await someone('provider', false)
    const name = { language: 'en', name: 'A' }
    const wrong: [object, string][] = [
      [{ ror: '05dxps054' }, 'body.ror'],
      [{ names: [] }, 'body.names'],
      [{ names: [name, name] }, 'body.names'],
      [{ names: [{ ...name, language: 'xx' }] }, 'body.names.0.language'],
      [{ country: 'XX' }, 'body.country'],
      [{ registrations: [{ country: 'CN', name: 'Register' }] }, 'body.registrations.0.number'],
      [{ owner: 'me' }, 'body.owner'],
    ]
    for (const [part, path] of wrong) {
      const answer = await agent.post('/v1/organisations').send({ ...profile, ...part })
      assert.deepEqual(fieldsOf(assertProblem(answer, 422, 'invalid')), [path])
    }
  })

  test('that is not verified exists for its people and officers alone', async () => {
    const one = await someone()
    const missing = await stranger.get('/v1/organisations/no-such-organisation')
    for (const answer of [
      await stranger.get(one.path),
      await stranger.get(`${one.path}/history`),
      await stranger.get(`${one.path}/domain-proof?domain=dianchi.edu.cn`),
      await act(stranger, one, 'submit-document', document),
      await act(stranger, one, 'verify-by-domain', { domain: 'dianchi.edu.cn' }),
      await act(stranger, one, 'verify-by-parent'),
    ]) {
      const problem = assertProblem(answer, 404, 'not-found')
      assert.equal(problem.detail, missing.body.detail.replace('no-such-organisation', one.id))
    }
    const listed = async (who: Agent, query = '') =>
      (await who.get(`/v1/organisations?limit=100${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id)
    assert.ok(!(await listed(stranger)).includes(one.id))
    assert.ok(!(await listed(stranger, '&status=claimed')).includes(one.id))
    assert.deepEqual(await listed(one.agent, '&status=claimed'), [one.id])
    assert.ok((await listed(officer, '&status=claimed&country=CN&kind=university')).includes(one.id))
    assert.ok(!(await listed(officer, '&country=TH')).includes(one.id))
    assertProblem(await running.anonymous.get(one.path), 401, 'not-signed-in')
  })

  test('that is verified is read by everyone, without what is its own', async () => {
    const one = await verifiedByDocument()
    const seen = await stranger.get(one.path).expect(200)
    assert.deepEqual(Object.keys(seen.body).toSorted(), [
      'actions',
      'evidence',
      'id',
      'profile',
      'registeredAt',
      'status',
      'verifiedUntil',
    ])
    assert.deepEqual(Object.keys(seen.body.evidence[0]).toSorted(), ['at', 'method', 'until'])
    assert.equal(seen.headers.etag, undefined)
    assertProblem(await stranger.get(`${one.path}/history`), 404, 'not-found')
    assertProblem(await act(stranger, one, 'release-domain', { domain: 'a.cn', reason: 'x' }), 403, 'not-yours-to-do')
    const { body } = await one.agent.get(`${one.path}/history`).expect(200)
    assert.equal(body.items.length, 3)
    assert.ok(
      (await stranger.get('/v1/organisations?limit=100')).body.items.some(({ id }: { id: string }) => id === one.id),
    )
  })

  test('is changed on its current version alone', async () => {
    const one = await someone()
    await one.agent.put(one.path).send(profile).expect(428)
    assertProblem(await one.agent.put(one.path).set('If-Match', '"7"').send(profile), 412, 'stale-version')
    const renamed = { ...profile, otherNames: ['DCU'] }
    const { body } = await one.agent.put(one.path).set('If-Match', '"1"').send(renamed).expect(200)
    assert.deepEqual([body.version, body.profile.otherNames], [2, ['DCU']])
  })
})

describe('a domain', () => {
  test('verifies the organisation that publishes its proof there', async () => {
    const one = await someone()
    const domain = 'one.dianchi.edu.cn'
    const early = assertProblem(await act(one.agent, one, 'verify-by-domain', { domain }), 409, 'domain-unproven')
    const proof = await prove(one, domain)
    assert.ok(early.detail.includes(proof.name) && early.detail.includes(proof.value))
    const body = await done(one.agent, one, 'verify-by-domain', { domain })
    assert.partialDeepStrictEqual(body, { status: 'verified', evidence: [{ method: 'domain', domain }] })
    const found = await stranger.get(`/v1/organisations?domain=${domain}`).expect(200)
    assert.deepEqual(
      found.body.items.map(({ id }: { id: string }) => id),
      [one.id],
    )
  })

  test('belongs to one organisation at a time, however many prove it at once', async () => {
    const domain = 'shared.mfu.ac.th'
    const all = await Promise.all([someone(), someone(), someone()])
    const proofs = await Promise.all(all.map(({ agent, path }) => agent.get(`${path}/domain-proof?domain=${domain}`)))
    assert.equal(new Set(proofs.map(({ body }) => body.value)).size, all.length)
    dns.publish(`_techbridge.${domain}`, ...proofs.map(({ body }) => body.value))
    const answers = await Promise.all(all.map((one) => act(one.agent, one, 'verify-by-domain', { domain })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
    const holder = all[answers.findIndex(({ status }) => status === 200)] ?? assert.fail()
    const other = all[answers.findIndex(({ status }) => status === 409)] ?? assert.fail()
    assertProblem(await act(other.agent, other, 'verify-by-domain', { domain }), 409, 'domain-held')
    assertProblem(await act(other.agent, other, 'release-domain', { domain, reason: 'mine' }), 409, 'domain-not-theirs')

    const released = await done(officer, holder, 'release-domain', { domain, reason: 'sold' })
    assert.deepEqual([released.status, released.evidence], ['claimed', []])
    await running.settle()
    assert.equal((await done(other.agent, other, 'verify-by-domain', { domain })).status, 'verified')
  })

  test('ends to verify after a year, and is free then', async () => {
    const [one, two] = [await someone(), await someone()]
    const domain = 'yearly.mfu.ac.th'
    await prove(one, domain)
    await done(one.agent, one, 'verify-by-domain', { domain })
    running.clock.advance({ days: 366 })
    await running.settle()
    assert.equal((await read(one.agent, one)).status, 'claimed')
    await prove(two, domain)
    assert.equal((await done(two.agent, two, 'verify-by-domain', { domain })).status, 'verified')
  })

  test('that proves nobody, or whose servers do not answer, is refused with what to do', async () => {
    const one = await someone()
    for (const domain of ['gmail.com', 'mail.qq.com', 'ac.th']) {
      const problem = assertProblem(await act(one.agent, one, 'verify-by-domain', { domain }), 422, 'domain-unusable')
      assert.deepEqual(fieldsOf(problem), ['body.domain'])
    }
    dns.refuse('_techbridge.refused.mfu.ac.th')
    const answer = await act(one.agent, one, 'verify-by-domain', { domain: 'refused.mfu.ac.th' })
    assertProblem(answer, 409, 'domain-unanswered')
    assertProblem(await act(one.agent, one, 'verify-by-domain', { domain: 'no domain' }), 422, 'invalid')
    assertProblem(await one.agent.get(`${one.path}/domain-proof?domain=x`), 400, 'invalid')
  })
})

describe('an officer', () => {
  test('takes a document, or does not, for another organisation alone', async () => {
    const one = await someone()
    assertProblem(await act(officer, one, 'verify-by-document'), 409, 'guard-document-submitted')
    await done(one.agent, one, 'submit-document', document)
    const insider = await running.agent('officer', one.organisation)
    assertProblem(await act(insider, one, 'verify-by-document'), 409, 'guard-independent-officer')
    assertProblem(await act(one.agent, one, 'verify-by-document'), 403, 'wrong-role')
    const refused = await done(officer, one, 'refuse-document', { reason: 'It cannot be read.' })
    assert.deepEqual([refused.document, refused.refusal], [undefined, 'It cannot be read.'])
    await verifiedByDocument(one)
  })

  test('suspends and reinstates; meanwhile strangers find nothing', async () => {
    const one = await verifiedByDocument()
    await done(officer, one, 'suspend', { reason: 'The licence is forged.' })
    assertProblem(await stranger.get(one.path), 404, 'not-found')
    const again = await signedInAgain(one)
    assert.equal((await read(again, one)).suspension, 'The licence is forged.')
    assertProblem(await act(again, one, 'submit-document', document), 409, 'illegal-transition')
    assert.equal((await done(officer, one, 'reinstate', { reason: 'It is not.' })).status, 'verified')
    assert.equal((await read(stranger, one)).status, 'verified')
  })

  test('merges two: the id leads to the other, whose people gain nothing', async () => {
    const [one, two] = [await verifiedByDocument(), await someone()]
    const domain = 'merged.mfu.ac.th'
    await prove(one, domain)
    await done(one.agent, one, 'verify-by-domain', { domain })
    for (const into of [one.id, 'no-such-organisation'])
      assertProblem(await act(officer, one, 'merge', { into, reason: 'same' }), 409, 'merge-target')
    const insider = await running.agent('officer', two.organisation)
    assertProblem(await act(insider, one, 'merge', { into: two.id, reason: 'mine' }), 409, 'guard-independent-officer')
    await done(officer, one, 'merge', { into: two.id, reason: 'the same' })
    await running.settle()

    assert.deepEqual((await read(two.agent, two)).formerIds, [one.id])
    assert.deepEqual((await read(two.agent, two)).status, 'claimed')
    assert.partialDeepStrictEqual(await read(stranger, one), { status: 'merged', mergedInto: two.id })
    const again = await signedInAgain(one)
    assertProblem(await again.get(two.path), 404, 'not-found')
    assertProblem(await act(again, two, 'submit-document', document), 404, 'not-found')
    assertProblem(await again.post('/v1/organisations').send(profile), 409, 'exists')
    await prove(two, domain)
    assert.equal((await done(two.agent, two, 'verify-by-domain', { domain })).status, 'verified')
    assertProblem(await act(officer, two, 'merge', { into: one.id, reason: 'back' }), 409, 'merge-target')
  })
})

test('of two that are merged into each other at the same moment, one goes on', async () => {
  let both = 0
  for (let round = 0; round < 8; round++) {
    const [one, two] = [await someone(), await someone()]
    const answers = await Promise.all([
      act(officer, one, 'merge', { into: two.id, reason: 'the same' }),
      act(officer, two, 'merge', { into: one.id, reason: 'the same' }),
    ])
    if (answers.every(({ status }) => status === 200)) both += 1
    await running.settle()
    const statuses = [(await read(officer, one)).status, (await read(officer, two)).status].toSorted()
    assert.deepEqual(statuses, ['claimed', 'merged'])
  }
  assert.ok(both > 0, 'never at the same moment')
})

describe('the organisation above', () => {
  const below = async (parent: Someone) => {
    const one = await someone()
    await done(one.agent, one, 'name-parent', { parent: parent.id })
    return one
  }

  test('vouches for one that names it, once it has proof of its own, and as long as it has', async () => {
    const parent = await someone()
    const one = await below(parent)
    assertProblem(await act(parent.agent, one, 'verify-by-parent'), 409, 'parent-unfit')
    await verifiedByDocument(parent)
    const body = await done(parent.agent, one, 'verify-by-parent')
    assert.deepEqual([body.status, body.parent, body.document], ['verified', undefined, undefined])

    const lowest = await below(one)
    assertProblem(await act(one.agent, lowest, 'verify-by-parent'), 409, 'parent-unfit')

    await done(officer, parent, 'suspend', { reason: 'forged' })
    await running.settle()
    assert.equal((await read(one.agent, one)).status, 'claimed')
  })

  test('cannot be named into a power: naming gives nothing, and only the one named confirms', async () => {
    const [parent, other] = [await verifiedByDocument(), await verifiedByDocument()]
    const one = await below(parent)
    assertProblem(await act(one.agent, one, 'verify-by-parent'), 403, 'not-yours-to-do')
    assertProblem(await act(other.agent, one, 'confirm-parent'), 404, 'not-found')
    assertProblem(await act(one.agent, one, 'name-parent', { parent: one.id }), 422, 'parent-itself')
    await done(parent.agent, one, 'confirm-parent')
    assertProblem(await act(parent.agent, one, 'confirm-parent'), 409, 'guard-parent-unconfirmed')
    assert.equal((await read(one.agent, one)).status, 'claimed')
    assertProblem(
      await act(await running.agent('officer', parent.organisation), one, 'suspend', { reason: 'x' }),
      409,
      'guard-independent-officer',
    )
  })

  test('never stands below, also when both are confirmed at once', async () => {
    const one = await someone()
    const two = await below(one)
    const three = await below(two)
    await done(one.agent, two, 'confirm-parent')
    await done(officer, three, 'confirm-parent')
    await done(one.agent, one, 'name-parent', { parent: three.id })
    assertProblem(await act(three.agent, one, 'confirm-parent'), 409, 'parent-circle')
    assertProblem(await act(officer, one, 'confirm-parent'), 409, 'parent-circle')

    const four = await someone()
    const five = await below(four)
    await done(four.agent, four, 'name-parent', { parent: five.id })
    await Promise.all([act(officer, five, 'confirm-parent'), act(officer, four, 'confirm-parent')])
    await running.settle()
    const parents = [await read(officer, four), await read(officer, five)].map(
      ({ parent }) => parent?.confirmed ?? false,
    )
    assert.ok(parents.includes(false), 'no circle stays')
  })

  test('is left', async () => {
    const one = await below(await someone())
    assertProblem(await act(one.agent, await someone(), 'leave-parent'), 404, 'not-found')
    assert.equal((await done(one.agent, one, 'leave-parent')).parent, undefined)
    assertProblem(await act(one.agent, one, 'leave-parent'), 409, 'guard-has-parent')
  })
})

test('an organisation of a token that is not registered goes on as before', async () => {
  const agent = await running.agent('provider', organisations.institute)
  assertProblem(await agent.get('/v1/organisations/red-river-institute'), 404, 'not-found')
  assert.ok((await agent.get('/v1/organisations').expect(200)).body.items.length > 0)
})
