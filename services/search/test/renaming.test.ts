import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Organisation, offerEvents } from '@techbridge/contracts'
import { offerContent, organisations } from '@techbridge/testkit'
import { openLibrary, search } from './library.ts'

const { running, publishOffer } = await openLibrary()
const renamed: Organisation = { ...organisations.university, name: 'Dianchi University', country: 'LA' }

const renamedOffer = async (anonymous: boolean) => {
  const offer = await publishOffer(offerContent({ anonymous }))
  await running.settle()
  const found = async () => (await search(running.anonymous)).items.find(({ id }: { id: string }) => id === offer.id)
  const before = await found()
  await running.publish(offerEvents.organisationRenamed, { ...offer, organisation: renamed }, 11)
  await running.settle()
  return { before, after: await found() }
}

test('a listing shows the organisation as it is named by now, also after a rebuild', async () => {
  const { before, after } = await renamedOffer(false)
  assert.deepEqual(after, { ...before, organisation: renamed, country: 'LA' })
  const admin = await running.as('admin')
  await admin.post('/v1/search/rebuild').expect(200)
  const { items } = await search(running.anonymous, { country: 'LA' })
  assert.deepEqual(
    items.map(({ organisation }: { organisation: Organisation }) => organisation),
    [renamed],
  )
})

test('an anonymous listing shows no change, not even of the country', async () => {
  const { before, after } = await renamedOffer(true)
  assert.deepEqual(after, before)
  assert.equal((await search(running.anonymous, { country: 'LA' })).total, 1)
})
