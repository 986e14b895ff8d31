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

/** Paths of the fields and parameters in a document that nothing describes, not even the schema that they refer to. */
const undescribed = (document: any): string[] => {
  const referred = (ref: string) =>
    ref
      .split('/')
      .slice(1)
      .reduce((found, name) => found?.[name.replaceAll('~1', '/')], document)
  const isDescribed = ({ description, $ref, allOf = [] }: any): boolean =>
    description !== undefined || ($ref !== undefined && isDescribed(referred($ref))) || allOf.some(isDescribed)
  const look = (value: any, path: string): string[] => {
    if (typeof value !== 'object' || value === null) return []
    // Alternatives add conditions to fields that are described where they are declared.
    const fields = /\.anyOf\.\d+$/.test(path)
      ? {}
      : Array.isArray(value.parameters)
        ? value.parameters
        : (value.properties ?? {})
    const here = Object.entries<any>(fields)
      .filter(([, field]) => !isDescribed(field))
      .map(([name]) => `${path}.${name}`)
    const below = Object.entries(value)
      .filter(([name]) => !/^examples?$/.test(name))
      .flatMap(([name, part]) => look(part, `${path}.${name}`))
    return [...here, ...below]
  }
  return look(document, '')
}

describe('docs/api/openapi.json', () => {
  it('describes every field and parameter', () => {
    const document = read('openapi.json')
    assert.deepEqual(undescribed(document), [])
    delete document.components.schemas.Patent.properties.number.description
    assert.deepEqual(undescribed(document), ['.components.schemas.Patent.number'])
    delete document.paths['/v1/search'].get.parameters[0].description
    assert.equal(undescribed(document).length, 2)
  })

  it('is a valid OpenAPI 3.1 document', async () => {
    const document = read('openapi.json')
    assert.match(document.openapi, /^3\.1\./)
    assert.deepEqual(await openapiErrors(document), [])
  })

  it('refuses no field beside a reference, which would be all of them', () => {
    const closed: unknown[] = []
    JSON.stringify(read('openapi.json'), (_, value) => {
      if (value?.$ref && value.additionalProperties === false) closed.push(value)
      return value
    })
    assert.deepEqual(closed, [])
  })

  it('has an Idempotency-Key on what creates or changes a record, and says of every other POST why it may be repeated', () => {
    for (const [path, { post }] of Object.entries<any>(read('openapi.json').paths)) {
      if (!post) continue
      const schema = Object.values<any>(post.responses)[0].content['application/json'].schema
      const ofRecord =
        /\/(Offer|Need|Match|Case|TermSheet|DirectoryEntry|Roster|RosterWithCode|RosterWithKey|Document)$/.test(
          schema.$ref,
        )
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
  it('describes every field', () => assert.deepEqual(undescribed(read('asyncapi.json')), []))

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
