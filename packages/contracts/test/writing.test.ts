import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fieldsOnOneLine, plainKept } from '@techbridge/plain-text'
import { z } from 'zod'
import { type Api, apis, type Endpoint, offerEvents, replaceTexts, writing } from '../src/index.ts'
import { offerContent } from './fixtures.ts'

const endpoints = Object.entries<Api>(apis).flatMap(([context, api]) =>
  Object.entries(api).map(([name, endpoint]) => ({ name: `${context}.${name}`, endpoint: endpoint as Endpoint })),
)

/** Every string that a schema takes, with its path. Fails at a kind of schema that `replaceTexts` does not look into. */
const stringsIn = (schema: z.ZodType, path: string): { path: string; schema: z.ZodType }[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return stringsIn(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodPipe)
    return stringsIn((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType, path)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => stringsIn(field as z.ZodType, `${path}.${name}`))
  if (schema instanceof z.ZodRecord) return stringsIn(schema.valueType as z.ZodType, `${path}.*`)
  if (schema instanceof z.ZodArray) return stringsIn(schema.element as z.ZodType, `${path}.0`)
  if (schema.type === 'string') return [{ path, schema }]
  assert.ok(
    ['number', 'boolean', 'enum', 'literal'].includes(schema.type),
    `${path} is ${schema.type}: teach replaceTexts`,
  )
  return []
}

const free = ['<b>free</b>', 'free text']
/** Whether it takes whatever someone writes, as no code, date or id does. */
const isFree = (schema: z.ZodType) => free.some((given) => schema.safeParse(given).success)

const undeclared = ({ params, query, body }: Pick<Endpoint, 'params' | 'query' | 'body'>) =>
  Object.entries({ params, query, body })
    .flatMap(([where, schema]) => (schema ? stringsIn(schema, where) : []))
    .filter(({ schema }) => isFree(schema) && writing.get(schema) === undefined)
    .map(({ path }) => path)

const tellsOfText = ({ query, body }: Endpoint) =>
  [query, body]
    .flatMap((schema) => (schema ? stringsIn(schema, '') : []))
    .some(({ schema }) => ['text', 'line'].includes(writing.get(schema)?.as ?? ''))

describe('what was kept before texts were made plain', () => {
  it('is read on one line where requests give a line', () => {
    const written = endpoints
      .flatMap(({ endpoint: { body } }) => (body ? stringsIn(body, '') : []))
      .map(({ path, schema }) => ({
        name: path.match(/\.([a-z]+)(\.0)?$/i)?.[1] as string,
        as: writing.get(schema)?.as,
      }))
    const namesOf = (wanted: string) => new Set(written.filter(({ as }) => as === wanted).map(({ name }) => name))
    assert.deepEqual(namesOf('line'), fieldsOnOneLine)
    assert.deepEqual(
      [...namesOf('text')].filter((name) => fieldsOnOneLine.has(name)),
      [],
    )
    const kept = plainKept({
      texts: { en: { title: 'Solar\npump', description: 'One\n\ntwo' } },
      keywords: { market: ['a\nb'] },
    })
    assert.deepEqual(kept, {
      texts: { en: { title: 'Solar pump', description: 'One\n\ntwo' } },
      keywords: { market: ['a b'] },
    })
  })
})

describe('strings of requests', () => {
  for (const { name, endpoint } of endpoints) {
    it(`${name} says of each free one whether it is a text, a line or opaque`, () => {
      assert.deepEqual(undeclared(endpoint), [], 'use text(), line() or opaque()')
    })
  }

  it('would not pass when one were free', () => {
    assert.deepEqual(undeclared({ body: z.object({ note: z.array(z.string().max(10)).optional() }) }), ['body.note.0'])
  })

  it('that are made plain are told of in the answer, except where nothing is kept', () => {
    const silent = endpoints.filter(
      ({ endpoint }) =>
        tellsOfText(endpoint) && !(endpoint.response instanceof z.ZodObject && 'changed' in endpoint.response.shape),
    )
    assert.deepEqual(
      silent.map(({ name }) => name),
      ['search.search'],
    )
  })
})

describe('texts', () => {
  const shout = (text: string) => text.toUpperCase()

  it('are replaced where the schema has them, in every language, and nothing else is', () => {
    const content = {
      ...offerContent(),
      texts: { en: { title: 'a', summary: 'b' }, km: { title: 'c', unknown: 'd' } },
      keywords: { market: ['e'], technology: 'f' },
    }
    const replaced: any = replaceTexts(apis.offers.create.body!, content, shout)
    assert.deepEqual(replaced.texts, { en: { title: 'A', summary: 'B' }, km: { title: 'C', unknown: 'd' } })
    assert.deepEqual(replaced.keywords, { market: ['E'], technology: 'f' })
    assert.deepEqual([replaced.type, replaced.originalLanguage], [content.type, content.originalLanguage])
  })

  it('are replaced in whatever is given, in the order of their places', () => {
    for (const given of [undefined, null, 1, 'x', [], ['x'], { texts: 3 }]) {
      assert.deepEqual(replaceTexts(apis.offers.create.body!, given, shout), given)
    }
    const places: string[] = []
    replaceTexts(apis.matching.reject.body!, { text: 'x', code: 'price' }, (text, { as, max }, path) => {
      places.push(`${path.join('.')} ${as} ${max}`)
      return text
    })
    assert.deepEqual(places, ['text text 1000'])
  })

  it('of events of earlier versions are read as they are', () => {
    const title = '<b>Solar</b> &amp; wind \u202e'
    const content = { ...offerContent(), texts: { zh: { ...offerContent().texts.zh, title } } }
    const read = offerEvents.published.data.shape.content.parse(content)
    assert.equal(read.texts.zh?.title, title)
  })
})
