import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { after, describe, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { assertProblem, fieldsOf, startService, type Who } from '@techbridge/testkit'
import { createLicensing } from '../src/service.ts'
import { need, offer } from './case-life.ts'

const running = await startService({ licensing: createLicensing }, { settings: { LARGEST_FILE: '20000000' } })
after(running.close)
const people = {
  provider: await running.as('provider'),
  seeker: await running.as('seeker'),
  officer: await running.as('officer'),
  otherProvider: await running.as('otherProvider'),
  otherSeeker: await running.as('otherSeeker'),
}
const { provider, seeker, officer } = people
type Person = keyof typeof people

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const partBytes = 4 * 1024 * 1024
const contentOf = (bytes: number) => Buffer.from(randomBytes(Math.ceil(bytes / 2)).toString('hex')).subarray(0, bytes)

let cases = 0
const openCase = async (): Promise<string> => {
  const id = `match_${String(++cases).padStart(24, '0')}`
  await running.publish(matchEvents.agreed, { id, need, offer }, 5)
  await running.settle()
  return id.replace('match', 'case')
}

const announced = (content: Buffer, more: object = {}) => ({
  stage: 'caseFile',
  recipients: ['seeker', 'officer'],
  type: 'text/plain',
  bytes: content.length,
  sha256: sha256(content),
  names: [
    { language: 'en', name: 'Durian parameters.txt' },
    { language: 'th', name: 'พารามิเตอร์ทุเรียน.txt' },
  ],
  ...more,
})

const start = (of: string, body: object, who: Person = 'provider') =>
  people[who].post(`/v1/cases/${of}/documents`).send(body)
const sendPart = (id: string, number: number, content: Buffer, who: Person = 'provider') =>
  people[who].put(`/v1/documents/${id}/parts/${number}`).type('application/octet-stream').send(content)
const act = (id: string, action: string, version: number, who: Person = 'provider') =>
  people[who].post(`/v1/documents/${id}/${action}`).set('If-Match', `"${version}"`)
const download = (id: string, who: Person, headers: Record<string, string> = {}) =>
  people[who].get(`/v1/documents/${id}/content`).set(headers).buffer(true).parse(binary)
const binary = (answer: any, done: (error: Error | null, body: Buffer) => void) => {
  const pieces: Buffer[] = []
  answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)))
}

const upload = async (of: string, content: Buffer, more: object = {}, who: Person = 'provider') => {
  const { body } = (await start(of, announced(content, more), who).expect(201)) as any
  for (let number = 1; number <= body.upload.parts; number++)
    await sendPart(body.id, number, content.subarray((number - 1) * partBytes, number * partBytes), who).expect(200)
  return (await act(body.id, 'finish', body.version, who).expect(200)).body as any
}

const take = async (of: string, who: Person, action: string, body?: object) => {
  const { headers } = await people[who].get(`/v1/cases/${of}`)
  await people[who].post(`/v1/cases/${of}/${action}`).set('If-Match', headers.etag!).send(body).expect(200)
}

const signNda = async (of: string) => {
  await take(of, 'officer', 'draft-nda')
  await take(of, 'provider', 'sign-nda')
  await take(of, 'seeker', 'sign-nda')
}

test('a document is announced, sent in parts, finished, and opened by its recipients', async () => {
  const of = await openCase()
  const content = contentOf(2 * partBytes + 1000)
  const begun = await start(of, announced(content)).set('Idempotency-Key', 'a').expect(201)
  const again = await start(of, announced(content)).set('Idempotency-Key', 'a').expect(201)
  const { id, upload: state } = begun.body as any
  assert.deepEqual(again.body, begun.body)
  assert.equal(begun.headers.location, `/v1/documents/${id}`)
  assert.deepEqual([state.parts, state.partBytes, state.received], [3, partBytes, []])
  assert.equal((begun.body as any).readable, false)
  const parts = [3, 1, 2].map((number) =>
    sendPart(id, number, content.subarray((number - 1) * partBytes, number * partBytes)).expect(200),
  )
  await Promise.all(parts)
  const { body: now } = await provider.get(`/v1/documents/${id}`).expect(200)
  assert.deepEqual(now.upload.received, [1, 2, 3])
  assertProblem(await seeker.get(`/v1/documents/${id}/content`), 404, 'not-found')

  const { body: done } = await act(id, 'finish', now.version).set('Idempotency-Key', 'f').expect(200)
  assert.equal(
    (await act(id, 'finish', now.version).set('Idempotency-Key', 'f').expect(200)).body.version,
    done.version,
  )
  const [version] = done.versions
  assert.equal(version.sha256, sha256(content))
  assert.deepEqual(version.names, announced(content).names)
  assert.equal(
    version.hash,
    createHmac('sha256', Buffer.from(version.salt, 'hex')).update(version.sha256).digest('hex'),
  )

  const { headers, body } = await download(id, 'seeker').expect(200)
  assert.ok(body.equals(content))
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(headers['content-disposition'] ?? '', /^attachment; filename="Durian parameters.txt"/)
  assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox")
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
  assert.equal(headers['repr-digest'], `sha-256=:${Buffer.from(sha256(content), 'hex').toString('base64')}:`)
})

test('ranges are served as asked for, and others refused', async () => {
  const content = contentOf(partBytes + 100)
  const { id } = await upload(await openCase(), content)
  const end = content.length
  const ranges: [string, number, number][] = [
    ['bytes=0-0', 0, 1],
    [`bytes=${partBytes - 1}-${partBytes}`, partBytes - 1, partBytes + 1],
    [`bytes=${end - 1}-`, end - 1, end],
    ['bytes=-5', end - 5, end],
    [`bytes=10-${end + 1000}`, 10, end],
    ['bytes=0-1,2-3', 0, 4],
  ]
  for (const [Range, from, to] of ranges) {
    const { headers, body } = await download(id, 'seeker', { Range }).expect(206)
    assert.ok(body.equals(content.subarray(from, to)), Range)
    assert.equal(headers['content-range'], `bytes ${from}-${to - 1}/${end}`)
  }
  for (const Range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=b-a', 'nonsense'])
    assert.ok((await download(id, 'seeker', { Range }).expect(200)).body.equals(content), Range)
  for (const Range of [`bytes=${end}-`, `bytes=${end + 5}-${end + 9}`, 'bytes=-0']) {
    const answer = await seeker.get(`/v1/documents/${id}/content`).set({ Range })
    assertProblem(answer, 416, 'range-not-satisfiable')
    assert.equal(answer.headers['content-range'], `bytes */${end}`)
  }
  const { headers } = await seeker.head(`/v1/documents/${id}/content`).expect(200)
  assert.equal(headers['content-length'], String(end))
  await download(id, 'seeker', { 'If-None-Match': headers.etag! }).expect(304)
  await download(id, 'seeker', { 'If-Range': headers.etag!, Range: 'bytes=0-1' }).expect(206)
  await download(id, 'seeker', { 'If-Range': '"other"', Range: 'bytes=0-1' }).expect(200)
})

describe('what is sent is refused with a reason', () => {
  test('a file that is too large, by what is announced', async () => {
    const of = await openCase()
    for (const bytes of [20_000_001, 10 * 1024 ** 3]) {
      const problem = assertProblem(await start(of, announced(contentOf(1), { bytes })), 422, 'file-too-large')
      assert.deepEqual(fieldsOf(problem), ['body.bytes'])
    }
    assertProblem(await start(of, announced(contentOf(1), { type: 'text/html' })), 422, 'invalid')
    assertProblem(await start(of, announced(contentOf(1), { sha256: 'abc' })), 422, 'invalid')
  })

  test('a part that is too long, too short, encoded, another type, or not as its digest says', async () => {
    const of = await openCase()
    const content = contentOf(1000)
    const { body } = (await start(of, announced(content)).expect(201)) as any
    const path = `/v1/documents/${body.id}/parts/1`
    const put = () => provider.put(path).type('application/octet-stream')
    assertProblem(await put().send(contentOf(1001)), 413, 'upload-part-too-long')
    assertProblem(await put().send(contentOf(partBytes + 1)), 413, 'too-large')
    assertProblem(await put().send(contentOf(999)), 422, 'upload-part-too-short')
    assertProblem(await put().set('Content-Encoding', 'gzip').send(content), 415, 'unsupported-encoding')
    assertProblem(await provider.put(path).send({ a: 1 }), 415, 'unsupported-media-type')
    assertProblem(await put().set('Content-Digest', 'sha-256=abc').send(content), 400, 'bad-content-digest')
    const digest = (of: Buffer) => `sha-256=:${createHash('sha256').update(of).digest('base64')}:`
    assertProblem(
      await put()
        .set('Content-Digest', digest(contentOf(5)))
        .send(content),
      422,
      'upload-part-digest',
    )
    for (const number of [2, 99_999])
      assertProblem(await sendPart(body.id, number, content), 404, 'upload-no-such-part')
    for (const number of [0, -1, 100_000]) assertProblem(await sendPart(body.id, number, content), 400, 'invalid')
    assertProblem(await act(body.id, 'finish', body.version), 409, 'upload-incomplete')
    await put().set('Content-Digest', digest(content)).send(content).expect(200)
    await put().send(content).expect(200)
    assertProblem(await put().send(contentOf(1000)), 409, 'upload-part-differs')
    await act(body.id, 'finish', body.version).expect(200)
    assertProblem(await put().send(content), 409, 'upload-over')
  })

  test('a whole that is not what was announced, which leaves nothing and can be announced anew', async () => {
    const of = await openCase()
    const content = contentOf(1000)
    const { body } = (await start(of, announced(content, { sha256: sha256(contentOf(3)) })).expect(201)) as any
    await sendPart(body.id, 1, content).expect(200)
    assertProblem(await act(body.id, 'finish', body.version), 422, 'upload-other-content')
    const { body: empty } = await provider.get(`/v1/documents/${body.id}`).expect(200)
    assert.deepEqual([empty.status, empty.versions, empty.actions], ['empty', [], ['new-version']])
    const { stage, recipients, ...version } = announced(content)
    const { body: second } = (await act(body.id, 'new-version', empty.version).send(version).expect(200)) as any
    await sendPart(body.id, 1, content).expect(200)
    const { body: done } = (await act(body.id, 'finish', second.version).expect(200)) as any
    assert.deepEqual(
      done.versions.map(({ number }: any) => number),
      [2],
    )
  })

  test('a script that says it is a PDF; what begins like one stays bytes', async () => {
    const of = await openCase()
    const script = Buffer.from('<script>alert(1)</script>')
    const { body } = (await start(of, announced(script, { type: 'application/pdf' })).expect(201)) as any
    assertProblem(await sendPart(body.id, 1, script), 422, 'upload-other-type')
    const bomb = Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(1000)])
    const { id } = await upload(of, bomb, { type: 'application/zip' })
    assert.ok((await download(id, 'seeker').expect(200)).body.equals(bomb))
  })

  test('a body that breaks off leaves nothing, and the upload goes on', async () => {
    const of = await openCase()
    const content = contentOf(300_000)
    const { body } = (await start(of, announced(content)).expect(201)) as any
    const headers = {
      Authorization: `Bearer ${await running.token('provider')}`,
      'Content-Type': 'application/octet-stream',
      'Content-Length': content.length,
    }
    const sent = request(`${running.url}/v1/documents/${body.id}/parts/1`, { method: 'PUT', headers })
    const closed = new Promise((close) => sent.on('error', () => undefined).on('close', close))
    await new Promise((written) => sent.write(content.subarray(0, 200_000), written))
    sent.destroy()
    await closed
    const { body: now } = await provider.get(`/v1/documents/${body.id}`).expect(200)
    assert.deepEqual(now.upload.received, [])
    await sendPart(body.id, 1, content).expect(200)
    await act(body.id, 'finish', body.version).expect(200)
  })
})

describe('who may know of a document, and read it', () => {
  const strangers: Person[] = ['otherProvider', 'otherSeeker']
  const paths = (id: string) => ['', '/content', '/history', '/openings'].map((end) => `/v1/documents/${id}${end}`)

  test('for strangers it is as if it were not there, whatever they try', async () => {
    const of = await openCase()
    const content = contentOf(100)
    const done = await upload(of, content)
    const nothing = `document_${'0'.repeat(24)}`
    for (const who of strangers) {
      const alike = async (ask: (id: string) => Promise<any>) => {
        const [there, absent] = [await ask(done.id), await ask(nothing)]
        assert.equal(there.status, 404)
        const blank = (text: string) => text.replaceAll(done.id, nothing)
        assert.equal(blank(there.text), absent.text)
      }
      for (const path of paths(done.id)) await alike((id) => people[who].get(path.replace(done.id, id)).then((a) => a))
      await alike((id) => sendPart(id, 1, content, who).then((a) => a))
      for (const action of ['finish', 'cancel']) await alike((id) => act(id, action, done.version, who).then((a) => a))
      const { stage, recipients, ...version } = announced(content)
      await alike((id) =>
        act(id, 'new-version', done.version, who)
          .send(version)
          .then((a) => a),
      )
      assertProblem(await start(of, announced(content), who), 404, 'not-found')
      assertProblem(await people[who].get(`/v1/cases/${of}/documents`), 404, 'not-found')
    }
  })

  test('a party that is no recipient does not see it; an officer sees that it is there', async () => {
    const of = await openCase()
    const { id } = await upload(of, contentOf(100), { recipients: [] })
    const shared = await upload(of, contentOf(100))
    for (const path of paths(id)) assertProblem(await seeker.get(path), 404, 'not-found')
    const listOf = async (who: Person) =>
      (await people[who].get(`/v1/cases/${of}/documents`).expect(200)).body.items.map((one: any) => one.id).sort()
    assert.deepEqual(await listOf('seeker'), [shared.id])
    assert.deepEqual(await listOf('officer'), [id, shared.id].sort())
    const { body } = await officer.get(`/v1/documents/${id}`).expect(200)
    assert.deepEqual([body.readable, body.versions[0].names, body.versions[0].sha256], [false, undefined, undefined])
    assertProblem(await officer.get(`/v1/documents/${id}/content`), 403, 'document-not-for-you')
  })

  test('only its owner changes it', async () => {
    const done = await upload(await openCase(), contentOf(100))
    const { stage, recipients, ...version } = announced(contentOf(10))
    for (const who of ['seeker', 'officer'] as const) {
      assertProblem(await act(done.id, 'new-version', done.version, who).send(version), 403, 'not-yours-to-do')
      assertProblem(await sendPart(done.id, 1, contentOf(10), who), 403, 'not-yours-to-do')
    }
  })

  test('an annex opens for the other side when both have signed the NDA and it is cleared, and closes with the case', async () => {
    const of = await openCase()
    const content = contentOf(100)
    const { id } = await upload(of, content, { stage: 'annex' })
    const closed = async () => {
      assertProblem(await seeker.get(`/v1/documents/${id}/content`), 409, 'document-closed')
      const { body } = await seeker.get(`/v1/documents/${id}`).expect(200)
      assert.equal(body.readable, false)
      assert.doesNotMatch(JSON.stringify(body), /Durian|sha256|salt/)
    }
    await closed()
    await download(id, 'officer').expect(200)
    await signNda(of)
    await closed()
    await take(of, 'officer', 'start-clearance')
    await take(of, 'officer', 'clear', { act: 'annex', reason: 'No entry of the catalogue.' })
    assert.ok((await download(id, 'seeker').expect(200)).body.equals(content))
    await take(of, 'seeker', 'terminate', { reason: 'no budget' })
    await closed()
    assert.ok((await download(id, 'provider').expect(200)).body.equals(content))
    assertProblem(await start(of, announced(content)), 409, 'document-case-over')
  })

  test('openings are recorded before anything is sent, once an hour a person, for the owner and officers', async () => {
    const { id } = await upload(await openCase(), contentOf(100))
    for (const Range of ['bytes=5-6', 'bytes=7-8']) await download(id, 'seeker', { Range }).expect(206)
    await seeker.head(`/v1/documents/${id}/content`).expect(200)
    await download(id, 'officer').expect(200)
    const { body } = await provider.get(`/v1/documents/${id}/openings`).expect(200)
    assert.deepEqual(
      body.items.map(({ number, by }: any) => [number, by.role]),
      [
        [1, 'seeker'],
        [1, 'officer'],
      ],
    )
    assertProblem(await seeker.get(`/v1/documents/${id}/openings`), 403, 'not-yours-to-do')
    const types = async (who: Who & Person) =>
      (await people[who].get(`/v1/documents/${id}/history`).expect(200)).body.items.map(
        ({ type }: any) => type.split('.')[2],
      )
    assert.deepEqual(await types('seeker'), ['started', 'received'])
    assert.deepEqual(await types('officer'), ['started', 'received', 'opened', 'opened'])
  })
})

test('events carry ids, size and a salted hash, and nothing of content, name or type', async () => {
  const content = contentOf(100)
  const { id } = await upload(await openCase(), content)
  await running.settle()
  const events = JSON.stringify((await running.events()).filter(({ subject }) => subject === id))
  assert.match(events, /"bytes":100/)
  for (const secret of [sha256(content), 'Durian', 'ทุเรียน', 'text/plain', content.toString()])
    assert.ok(!events.includes(secret))
})
