import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CloudEvent, formatSequence, type OfferContent, offerEvents } from '@techbridge/contracts'
import { offerContent, organisations } from '@techbridge/testkit'
import { documentOf } from '../src/domain/listing.ts'

const id = 'offer_000000000000000000000001'
const at = '2026-11-24T08:00:00.000Z'

const eventOf = (type: string, data: object): CloudEvent => ({
  specversion: '1.0',
  id: `${id}-4`,
  source: 'offers',
  subject: id,
  time: at,
  datacontenttype: 'application/json',
  dataschema: 'none',
  sequence: formatSequence(4),
  type,
  data,
})

const published = (texts: OfferContent['texts'], keywords: { technology?: string[] } = {}) =>
  eventOf(offerEvents.published.type, {
    id,
    reference: 'TOCN83920417',
    organisation: organisations.university,
    revision: 1,
    content: offerContent({ originalLanguage: 'en', texts, keywords }),
    publishedAt: at,
    expiresAt: at,
  })

/** The document, and how many pieces its making was cut into. */
const make = async (event: CloudEvent) => {
  let pieces = 0
  const document = await documentOf(event, async () => {
    pieces += 1
  })
  return { document, pieces }
}

describe('the document of a listing', () => {
  const english = { title: 'Grain dryer', summary: 'Dries paddy', description: 'Fired with husk', advantages: 'Cheap' }
  const chinese = { title: '谷物烘干机', summary: '烘干稻谷', description: '以稻壳为燃料' }

  test('has the words of every language, each kind of text apart', async () => {
    const { document } = await make(published({ en: english, zh: chinese }, { technology: ['furnace'] }))
    const text = document?.text as Record<'title' | 'abstract' | 'details', string[]>
    assert.ok(text.title.includes('dryer') && text.title.includes('谷物'))
    assert.ok(text.abstract.includes('paddi') && text.abstract.includes('furnac'))
    assert.ok(text.details.includes('husk') && text.details.includes('cheap') && !text.abstract.includes('husk'))
  })

  test('lets others go on before each text', async () => {
    const one = await make(published({ en: english }))
    const two = await make(published({ en: english, zh: chinese }))
    assert.equal(one.pieces, 4)
    assert.equal(two.pieces, 7)
  })

  test('is empty once the offer is withdrawn, and an event that changes nothing gives none', async () => {
    const gone = await make(eventOf(offerEvents.withdrawn.type, {}))
    assert.deepEqual(gone.document, { id, version: 4, text: {}, keywords: {}, numbers: {}, source: null })
    assert.equal((await make(eventOf(offerEvents.submitted.type, {}))).document, undefined)
  })
})
