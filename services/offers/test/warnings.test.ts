import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()
const { provider, officer, seeker, anonymous } = people
const codes = ({ body }: { body: any }) => body.warnings.map(({ code, path }: any) => `${code} ${path}`)

const wrong = {
  trl: 9,
  stage: 'concept' as const,
  ip: {
    status: 'granted' as const,
    patents: [
      { number: 'US10123456B2', office: 'CN' as const, status: 'granted' as const, expiry: '2001-01-01' },
      { number: 'see annex', office: 'CN' as const, status: 'applied' as const },
    ],
  },
}
const inContent = [
  'ip-granted-expired content.ip.status',
  'patent-office content.ip.patents.0.office',
  'patent-expired content.ip.patents.0.status',
  'patent-number-unread content.ip.patents.1.number',
  'trl-against-stage content.trl',
]

test('what contradicts itself is told to the owner when it is written and submitted, and to officers', async () => {
  const draft = await drafted(provider, wrong)
  assert.deepEqual(codes(draft), inContent)
  const submitted = await act(provider, draft, 'submit').expect(200)
  assert.deepEqual(codes(submitted), inContent)
  assert.deepEqual(codes(await officer.get(`/v1/offers/${draft.body.id}`).expect(200)), inContent)
  const public_ = await act(officer, submitted, 'publish').expect(200)
  for (const who of [seeker, anonymous]) {
    const { body } = await who.get(`/v1/offers/${public_.body.id}`).expect(200)
    assert.equal('warnings' in body, false)
  }
})

test('of a revision it is told with the places in the draft, and gone when it is mended', async () => {
  const offer = await published(people)
  assert.deepEqual(codes(offer), [])
  const revised = await edit(provider, await provider.get(`/v1/offers/${offer.body.id}`), wrong).expect(200)
  assert.deepEqual(
    codes(revised),
    inContent.map((one) => one.replace('content.', 'draft.')),
  )
  assert.deepEqual(codes(await edit(provider, revised, { trl: 8 }).expect(200)), [])
})
