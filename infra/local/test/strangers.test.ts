import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { needContent, offerContent, organisations, startService, take } from '@techbridge/testkit'
import { services } from '../src/services.ts'
import { allowedRoles, assertRefused, endpoints, pathOf, sender } from './requests.ts'

const running = await startService(services)
after(running.close)
const send = sender(running)

const provider = await running.as('provider')
const seeker = await running.as('seeker')
const drafts = {
  offers: (await provider.post('/v1/offers').send(offerContent()).expect(201)).body.id,
  needs: (await seeker.post('/v1/needs').send(needContent()).expect(201)).body.id,
} as Record<string, string>
const owners = { offers: 'provider', needs: 'seeker' } as const
const strangers = { offers: 'otherProvider', needs: 'otherSeeker' } as const

describe('a draft', () => {
  for (const named of endpoints) {
    const [context] = named.name.split(' ') as ['offers' | 'needs']
    const id = drafts[context]
    if (!id || !named.endpoint.params) continue
    const path = pathOf(named.endpoint, id)
    const roles = allowedRoles(named.endpoint.access)

    test(`${named.name}: does not exist for strangers`, async () => {
      if (roles.includes(owners[context]))
        await assertRefused(await send(named, { path, who: strangers[context] }), 404)
      if (named.endpoint.access === 'anyone') await assertRefused(await send(named, { path, who: undefined }), 404)
    })

    if (named.endpoint.requiresIfMatch) {
      test(`${named.name}: is not changed on a stale version`, async () => {
        const who = roles.includes(owners[context]) ? owners[context] : 'officer'
        await assertRefused(await send(named, { path, who, headers: { 'If-Match': '"7"' } }), 412)
        await assertRefused(await send(named, { path, who, headers: { 'If-Match': '"0", "2"' } }), 412)
      })
    }
  }
})

test('a draft that is withdrawn is no news for strangers', async () => {
  const draft = await provider.post('/v1/offers').send(offerContent()).expect(201)
  const path = `/v1/offers/${draft.body.id}/withdraw`
  await provider.post(path).set('If-Match', draft.headers.etag!).send({ reason: 'never mind' }).expect(200)
  const row = { key: 'public', organisation: organisations.university, content: offerContent() }
  const officer = await running.as('officer')
  const importing = officer
    .post('/v1/offers/import?publish=true&request=By+letter')
    .set('Content-Type', 'application/x-ndjson')
  const { body } = await importing.send(JSON.stringify(row)).expect(200)
  await running.settle()
  const [first] = await take(await running.stream('otherSeeker'), 1)
  assert.equal(first!.event.subject, body.rows[0].id)
})
