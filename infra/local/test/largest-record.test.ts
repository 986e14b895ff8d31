import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { bodyLimits, countries, needContent, needEvents, offerContent, offerEvents } from '@techbridge/contracts'
import { organisations, startService } from '@techbridge/testkit'
import { z } from 'zod'
import { services } from '../src/services.ts'

/** Kafka's default limit of one message. */
const maxMessage = 1_000_000
const languages = ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id', 'en', 'fr', 'de', 'ja', 'ko', 'ru', 'ta', 'hi', 'bn']

type JsonSchema = z.core.JSONSchema.BaseSchema & { properties?: Record<string, JsonSchema>; items?: JsonSchema }

/** What no schema says of itself: how values of a pattern differ, and which go together. */
const special: Record<string, (place: number) => unknown> = {
  originalLanguage: () => 'zh',
  ipc: (place) => `A01G${String(place).padStart(4, '1')}/999999`,
  territories: (place) => countries[place],
  sdgs: (place) => place + 1,
  number: (place) => `CN${String(place).padStart(9, '0')}A`.padEnd(40, 'x'),
  office: () => 'CN',
  expiry: () => '2040-12-31',
  responseDeadline: () => '2040-12-31',
  responseDeadlineZone: () => 'America/Argentina/ComodRivadavia',
  status: () => 'applied',
  currency: () => 'CNY',
  type: () => undefined,
}

/** The largest value that a schema lets through; each of its characters takes three bytes in UTF-8, and six as `\u` escape. */
const largest = (schema: JsonSchema, name = '', place = 0): unknown => {
  const given = special[name]?.(place)
  if (given !== undefined && schema.type !== 'array') return given
  if (schema.anyOf) return largest(schema.anyOf[0] as JsonSchema, name, place)
  if (schema.enum) return schema.enum[place % schema.enum.length]
  switch (schema.type) {
    case 'object':
      if (schema.propertyNames) {
        const one = largest(schema.additionalProperties as JsonSchema)
        return Object.fromEntries(languages.map((language) => [language, one]))
      }
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, largest(inner, field, place)]),
      )
    case 'array':
      return Array.from({ length: schema.maxItems ?? assert.fail(`${name} has no end`) }, (_, at) =>
        largest(schema.items as JsonSchema, name, at),
      )
    case 'string':
      return '漢'.repeat(schema.maxLength ?? assert.fail(`${name} has no end`))
    case 'integer':
      return schema.maximum
    case 'number':
      return -Number.MIN_VALUE
    case 'boolean':
      return true
    default:
      return assert.fail(`no value for ${name} ${JSON.stringify(schema)}`)
  }
}

const jsonSchema = (contract: z.ZodType) => z.toJSONSchema(contract, { io: 'input', reused: 'inline' }) as JsonSchema
const inlined = (schema: JsonSchema): JsonSchema => {
  const definitions = schema.$defs ?? {}
  const resolve = (value: any): any => {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    if (typeof value.$ref === 'string') return resolve(definitions[value.$ref.split('/').at(-1)])
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]))
  }
  return resolve({ ...schema, $defs: undefined })
}

const escaped = (json: string) =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const running = await startService(services)
after(running.close)

const kinds = [
  { path: 'offers', contract: offerContent, event: offerEvents.published, owner: 'provider' },
  { path: 'needs', contract: needContent, event: needEvents.published, owner: 'seeker' },
] as const

describe('the largest record that the contracts let through', () => {
  for (const { path, contract, event, owner } of kinds) {
    const content: any = largest(inlined(jsonSchema(contract)))
    const raw = JSON.stringify(content)
    const post = async (url: string, body: string, type: string, who: 'provider' | 'seeker' | 'officer') => {
      const token = await running.token(who)
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type }
      return fetch(`${running.url}${url}`, { method: 'POST', headers, body })
    }

    for (const [spelling, body] of [
      ['UTF-8', raw],
      ['escapes', escaped(raw)],
    ] as const) {
      test(`${path} in ${spelling}: fits a body, and a line of an import`, async (t) => {
        t.diagnostic(`${Buffer.byteLength(body)} of ${bodyLimits.json} bytes`)
        const created = await post(`/v1/${path}`, body, 'application/json', owner)
        const text = await created.text()
        assert.equal(created.status, 201, text.slice(0, 1000))
        const key = '漢'.repeat(200)
        const organisation = { ...organisations.university, name: '院'.repeat(200) }
        const line = JSON.stringify({ key, organisation, content: '@' }).replace('"@"', () => body)
        const whole = spelling === 'escapes' ? escaped(line) : line
        assert.ok(Buffer.byteLength(whole) <= bodyLimits.json)
        const imported = await post(
          `/v1/${path}/import?publish=true&request=By+letter`,
          whole,
          'application/x-ndjson',
          'officer',
        )
        const { rows } = (await imported.json()) as any
        assert.ok(['created', 'unchanged'].includes(rows[0].outcome), JSON.stringify(rows).slice(0, 1000))
      })
    }

    test(`${path}: fits an event`, async () => {
      await running.settle()
      const published = (await running.events()).filter(({ type }) => type === event.type)
      assert.ok(published.length > 0)
      for (const one of published) assert.ok(Buffer.byteLength(JSON.stringify(one)) < maxMessage)
    })
  }
})
