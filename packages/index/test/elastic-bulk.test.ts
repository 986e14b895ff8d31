import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '@elastic/elasticsearch'
import { bulk } from '../src/elastic/bulk.ts'

test('what is said of a refused document has its id and the type of the error, and nothing that stands in it', async () => {
  const error = {
    type: 'document_parsing_exception',
    reason: "failed to parse field [trl] of type [long]. Preview of field's value: 'Annabel'",
  }
  const client = {
    bulk: async () => ({ items: [{ index: { _index: 'offers', _id: 'offer_1', status: 400, error } }] }),
  }
  const row = { id: 'offer_1', version: 1, enriched: false, body: '{"trl":"Annabel"}' }
  const [outcome] = await bulk(client as unknown as Client, ['offers'], [row], false)
  assert.ok(outcome instanceof Error)
  assert.equal(outcome.message, '"offer_1" in offers: document_parsing_exception')
})
