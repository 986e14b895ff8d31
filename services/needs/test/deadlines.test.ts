import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assertProblem, fakeClock, needContent, organisations, startService } from '@techbridge/testkit'
import { createNeeds } from '../src/service.ts'

/** On 1 December 2026 it is noon in Vietnam. */
const clock = fakeClock('2026-12-01T05:00:00.000Z')
const running = await startService({ needs: createNeeds }, { clock })
after(running.close)
const seeker = await running.as('seeker')
const officer = await running.as('officer')
const { anonymous } = running

type Agent = typeof seeker
type Answer = Awaited<ReturnType<Agent['get']>>
type Content = NonNullable<Parameters<typeof needContent>[0]>

const act = (who: Agent, { body, headers }: Answer, action: string, given?: object) =>
  who.post(`/v1/needs/${body.id}/${action}`).set('If-Match', headers.etag!).send(given)
const draft = (content: Content) => seeker.post('/v1/needs').send(needContent(content)).expect(201)
const edit = ({ body, headers }: Answer, content: Content) =>
  seeker.put(`/v1/needs/${body.id}`).set('If-Match', headers.etag!).send(needContent(content)).expect(200)
const read = (who: Agent, { body }: Answer) => who.get(`/v1/needs/${body.id}`).expect(200)
const publish = async (content: Content): Promise<Answer> =>
  act(officer, await act(seeker, await draft(content), 'submit').expect(200), 'publish').expect(200)
const rows = async (query: string, ...contents: Content[]) => {
  const lines = contents.map((content, place) =>
    JSON.stringify({
      key: `${query}-${place}`,
      organisation: organisations.cooperative,
      content: needContent(content),
    }),
  )
  const { body } = await officer
    .post(`/v1/needs/import?request=By+letter&${query}`)
    .set('Content-Type', 'application/x-ndjson')
    .send(lines.join('\n'))
    .expect(200)
  return body.rows
}
const inMinutes = (count: number) => clock.advance({ seconds: 60 * count })
const today = '2026-12-01'
const yesterday = '2026-11-30'
const later = '2027-06-30'

const refusal = (answer: Answer) => {
  const { errors, detail } = assertProblem(answer, 422, 'deadline-passed')
  assert.match(detail, /later responseDeadline/)
  assert.deepEqual(
    errors?.map(({ path }) => path),
    ['content.responseDeadline'],
  )
  return errors![0]!.message
}
const codes = ({ warnings = [] }: { warnings?: { code: string; path: string }[] }) =>
  warnings.map(({ code, path }) => `${code} ${path}`)

describe('an answer tells of a deadline', () => {
  test('when it ends, in which zone, who chose the zone, and whether it has passed', async () => {
    const { body } = await draft({ responseDeadline: today })
    assert.deepEqual(body.deadline, {
      date: today,
      zone: 'Asia/Ho_Chi_Minh',
      zoneFrom: 'country',
      endsAt: '2026-12-01T17:00:00.000Z',
      passed: false,
    })
    const chosen = await draft({ responseDeadline: today, responseDeadlineZone: 'Asia/Calcutta' })
    assert.deepEqual(
      [chosen.body.deadline.zone, chosen.body.deadline.zoneFrom, chosen.body.deadline.endsAt],
      ['Asia/Kolkata', 'owner', '2026-12-01T18:30:00.000Z'],
    )
    assert.equal(chosen.body.content.responseDeadlineZone, 'Asia/Kolkata')
  })

  test('alike to everyone, in lists too; nothing where there is none', async () => {
    const { body } = await publish({ responseDeadline: later, responseDeadlineZone: 'Asia/Jakarta' })
    const seen = await read(anonymous, { body } as Answer)
    assert.deepEqual(seen.body.deadline, body.deadline)
    const { items } = (await anonymous.get('/v1/needs').expect(200)).body
    assert.deepEqual(items.find(({ id }: any) => id === body.id).deadline, body.deadline)
    assert.equal('deadline' in (await draft({})).body, false)
  })
})

describe('a deadline that has passed', () => {
  test('may stand in a draft, with a warning', async () => {
    const written = await draft({ responseDeadline: yesterday })
    assert.deepEqual(codes(written.body), ['deadline-passed content.responseDeadline'])
    assert.match(written.body.warnings[0].message, /2026-11-30T17:00:00\.000Z in Asia\/Ho_Chi_Minh/)
    assert.equal(written.body.deadline.passed, true)
    assert.deepEqual(codes((await edit(written, { responseDeadline: later })).body), [])
  })

  test('is refused at submit, by the owner and on behalf', async () => {
    const written = await draft({ responseDeadline: yesterday })
    assert.match(refusal(await act(seeker, written, 'submit')), /Asia\/Ho_Chi_Minh.*give a later day/)
    refusal(await act(officer, written, 'submit-on-behalf', { request: 'By telephone' }))
    await act(seeker, await edit(written, { responseDeadline: today }), 'submit').expect(200)
  })

  test('is told by the zone that the owner chose', async () => {
    const content = { responseDeadline: yesterday, responseDeadlineZone: 'Pacific/Honolulu' }
    await act(seeker, await draft(content), 'submit').expect(200)
    const east = { responseDeadline: today, responseDeadlineZone: 'Pacific/Kiritimati' }
    assert.match(refusal(await act(seeker, await draft({ ...east, responseDeadline: yesterday }), 'submit')), /owner/)
  })

  test('is refused at publication when it passed during the review, which the officer returns', async () => {
    const submitted = await act(seeker, await draft({ responseDeadline: today }), 'submit').expect(200)
    inMinutes(12 * 60)
    refusal(await act(officer, submitted, 'publish'))
    const returned = await act(officer, submitted, 'return', { reason: 'The deadline has passed.' }).expect(200)
    const again = await act(seeker, await edit(await read(seeker, returned), { responseDeadline: later }), 'submit')
    await act(officer, again, 'publish').expect(200)
    inMinutes(-12 * 60)
  })

  test('is refused in each line of an import that publishes; one that drafts warns', async () => {
    const contents = [{ responseDeadline: yesterday }, { responseDeadline: today }, {}]
    const published = await rows('publish=true', ...contents)
    assert.deepEqual(
      published.map(({ outcome }: any) => outcome),
      ['refused', 'created', 'created'],
    )
    const [{ path, code, message }] = published[0].errors
    assert.deepEqual([path, code], ['row.content.responseDeadline', 'deadline-passed'])
    assert.match(message, /give a later day/)
    const drafted = await rows('publish=false', ...contents)
    assert.deepEqual(
      drafted.map((row: any) => [row.outcome, ...codes(row)]),
      [['created', 'deadline-passed row.content.responseDeadline'], ['created'], ['created']],
    )
  })

  test('marks what is public, under another ETag, and keeps a revision from being submitted until it has a later one', async () => {
    const need = await publish({ responseDeadline: today })
    const before = await read(anonymous, need)
    inMinutes(12 * 60)
    const after = await read(anonymous, need)
    assert.deepEqual([before.body.deadline.passed, after.body.deadline.passed], [false, true])
    assert.notEqual(after.headers.etag, before.headers.etag)
    await anonymous.get(`/v1/needs/${need.body.id}`).set('If-None-Match', before.headers.etag!).expect(200)

    const revised = await edit(await read(seeker, need), { responseDeadline: today, minimumTrl: 3 })
    assert.deepEqual(codes(revised.body), ['deadline-passed draft.responseDeadline'])
    refusal(await act(seeker, revised, 'submit'))
    const submitted = await act(seeker, await edit(revised, { responseDeadline: later }), 'submit').expect(200)
    const published = await act(officer, submitted, 'publish').expect(200)
    assert.equal(published.body.deadline.passed, false)
  })
})
