import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Organisation, offerEvents, type Role } from '@techbridge/contracts'
import { offerContent, organisations } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()
const { running, officer } = people
let count = 0

/** An organisation of its own, that no other test renames. */
const founded = (): Organisation => ({ ...organisations.university, id: `university-${++count}` })
const named = (organisation: Organisation, name: string) => ({ ...organisation, name })
const as = (organisation: Organisation, role: Role = 'provider') => running.agent(role, organisation)

const importRows = (who: typeof officer, rows: object[], request = {}) =>
  who
    .post('/v1/offers/import')
    .query(request)
    .set('Content-Type', 'application/x-ndjson')
    .send(rows.map((row) => JSON.stringify(row)).join('\n'))
    .expect(200)
const rows = (most: number, more: object = {}) =>
  Array.from({ length: most }, (_, place) => ({ key: `row-${place}`, content: offerContent(), ...more }))

const namesIn = async (organisation: Organisation) => {
  const who = await as(organisation)
  const names = new Map<string, number>()
  for (let cursor = ''; cursor !== undefined; ) {
    const { body } = await who.get(`/v1/offers?mine=true&limit=100${cursor}`).expect(200)
    for (const { organisation: shown } of body.items) names.set(shown.name, (names.get(shown.name) ?? 0) + 1)
    cursor = body.next && `&cursor=${encodeURIComponent(body.next)}`
  }
  return Object.fromEntries(names)
}

describe('an owner whose organisation has a new name', () => {
  test('sees it on what it does at once, and on all of its offers soon, drafts and endings among them', async () => {
    const before = founded()
    const old = await as(before)
    const ended = await act(old, await drafted(old), 'withdraw', { reason: 'sold' }).expect(200)
    const shown = await published({ provider: old, officer })
    const draft = await drafted(old)
    const now = named(before, 'Dianchi University of Agriculture')
    const changed = await edit(await as(now), draft, { trl: 9 }).expect(200)
    assert.equal(changed.body.organisation.name, now.name)
    assert.equal(changed.body.version, draft.body.version + 2)

    await running.settle()
    assert.deepEqual(await namesIn(now), { [now.name]: 3 })
    const { body } = await people.anonymous.get(`/v1/offers/${shown.body.id}`).expect(200)
    assert.deepEqual([body.organisation.name, body.version], [now.name, 2])
    const { items } = (await officer.get(`/v1/offers/${ended.body.id}/history`).expect(200)).body
    assert.equal(items.at(-1).type, offerEvents.organisationRenamed.type)
    assert.equal(items.at(-1).by.organisation, now.id)
  })

  test('has all of many offers renamed, each once', async () => {
    const before = founded()
    await importRows(await as(before), rows(230))
    const now = named(before, '滇池大学')
    await drafted(await as(now))
    await running.settle()
    assert.deepEqual(await namesIn(now), { [now.name]: 231 })
    await running.settle()
    const renamings = (await running.events()).filter(
      ({ type, data }) => type === offerEvents.organisationRenamed.type && (data as any).organisation.id === now.id,
    )
    assert.equal(new Set(renamings.map(({ subject }) => subject)).size, 230)
    assert.equal(new Set(renamings.map(({ id }) => id)).size, 230)
  })

  test('keeps it when a token of before is used once more, which writes the new name too', async () => {
    const before = founded()
    const old = await as(before)
    await drafted(old)
    // Tokens tell their issue in whole seconds.
    await pause(1100)
    const now = named(before, 'New Name')
    await drafted(await as(now))
    const late = await drafted(old)
    assert.equal(late.body.organisation.name, now.name)
    await running.settle()
    assert.deepEqual(await namesIn(now), { [now.name]: 3 })
  })

  test('may be of another kind by now', async () => {
    const before = founded()
    const draft = await drafted(await as(before))
    await act(await as({ ...before, kind: 'researchInstitute' }), draft, 'submit').expect(200)
    const { body } = await officer.get(`/v1/offers/${draft.body.id}`).expect(200)
    assert.equal(body.organisation.kind, 'researchInstitute')
  })
})

const asked = { request: 'Asked for by telephone.' }

describe('an organisation is not renamed', () => {
  test('by officers who import for it: its own people have the last word', async () => {
    const own = founded()
    await drafted(await as(own))
    await importRows(officer, rows(2, { organisation: named(own, 'Misspelt') }), asked)
    await running.settle()
    assert.deepEqual(await namesIn(own), { [own.name]: 3 })

    const later = founded()
    await importRows(officer, rows(2, { organisation: named(later, 'As the officer knows it') }), asked)
    assert.deepEqual(await namesIn(later), { 'As the officer knows it': 2 })
    await drafted(await as(later))
    await running.settle()
    assert.deepEqual(await namesIn(later), { [later.name]: 3 })
  })

  test('by officers of the same organisation, other organisations, or other roles', async () => {
    const own = founded()
    const submitted = await act(await as(own), await drafted(await as(own)), 'submit').expect(200)
    const renamed = named(own, 'Else')
    for (const role of ['officer', 'admin', 'seeker'] as const)
      await act(await as(renamed, role), submitted, 'withdraw', { reason: 'because' }).expect((answer) =>
        assert.ok(answer.status < 500),
      )
    await act(people.otherProvider, submitted, 'withdraw', { reason: 'because' }).expect(404)
    await running.settle()
    assert.deepEqual(await namesIn(own), { [own.name]: 1 })
  })
})
