import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Parser } from '@asyncapi/parser'
import { validate } from '@readme/openapi-parser'

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/api', name), 'utf8'))

const openapiErrors = async (document: any) => {
  const result = await validate(document)
  return result.valid ? [] : result.errors.map(({ message }) => message)
}

/** Errors and warnings; 2 and above are hints. */
const asyncapiErrors = async (document: any) =>
  (await new Parser().validate(JSON.stringify(document)))
    .filter(({ severity }) => severity < 2)
    .map(({ message }) => message)

describe('docs/api/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const document = read('openapi.json')
    assert.match(document.openapi, /^3\.1\./)
    assert.deepEqual(await openapiErrors(document), [])
  })

  it('has an Idempotency-Key on what creates or changes a record, and says of every other POST why it may be repeated', () => {
    for (const [path, { post }] of Object.entries<any>(read('openapi.json').paths)) {
      if (!post) continue
      const schema = Object.values<any>(post.responses)[0].content['application/json'].schema
      const ofRecord = /\/(Offer|Need|Match|Case)$/.test(schema.$ref)
      const parameters = (post.parameters ?? []).map(({ $ref }: any) => $ref?.split('/').at(-1))
      assert.equal(parameters.includes('IdempotencyKey'), ofRecord, path)
      if (!ofRecord) assert.match(post.description, /can be repeated|[Mm]ay be repeated/, path)
    }
  })

  it('would not pass with a path parameter left out', async () => {
    const document = read('openapi.json')
    document.paths['/v1/offers/{id}'].get.parameters = []
    assert.match((await openapiErrors(document)).join(), /missing path parameter/)
  })

  it('would not pass with a reference to nothing', async () => {
    const document = read('openapi.json')
    delete document.components.schemas.OfferContent
    assert.match((await openapiErrors(document)).join(), /OfferContent/)
  })
})

describe('docs/api/asyncapi.json', () => {
  it('is a valid AsyncAPI 3.0 document', async () => {
    const document = read('asyncapi.json')
    assert.match(document.asyncapi, /^3\.0\./)
    assert.deepEqual(await asyncapiErrors(document), [])
  })

  it('would not pass with an unknown action', async () => {
    const document = read('asyncapi.json')
    document.operations['offers.publishes.techbridge.offers'].action = 'shout'
    assert.match((await asyncapiErrors(document)).join(), /action/)
  })

  it('would not pass with a schema that is none', async () => {
    const document = read('asyncapi.json')
    document.components.schemas.Organisation.type = 'organisation'
    assert.notDeepEqual(await asyncapiErrors(document), [])
  })
})
