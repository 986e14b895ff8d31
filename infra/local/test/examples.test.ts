import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { startService } from '@techbridge/testkit'
import { services } from '../src/services.ts'
import { allowedRoles, endpoints, sender } from './requests.ts'

const document = JSON.parse(readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'))
const running = await startService(services)
after(running.close)
const send = sender(running)

const resolve = (schema: any): any =>
  schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema

const withBody = endpoints.filter(({ endpoint }) => endpoint.body)

/** Of a body, as JSON; it stands in the schema. */
const exampleOf = ({ endpoint: { path, method } }: (typeof withBody)[number]): unknown => {
  const [content] = Object.values<any>(document.paths[path][method].requestBody.content)
  return resolve(content.schema).example
}

describe('the example of a body in the API docs is taken', () => {
  for (const named of withBody) {
    test(named.name, async () => {
      const example = exampleOf(named)
      assert.ok(example, 'an example')
      const who = allowedRoles(named.endpoint.access)[0]!
      const answer = await send(named, { body: JSON.stringify(example), who })
      const text = await answer.text()
      // No record has the id of the path or the code of the body: what was sent was taken before that was seen.
      const { params, alsoAnswers } = named.endpoint
      const isAction = params !== undefined || alsoAnswers?.includes(404)
      // A key that nobody was given is refused like every other one that does not count.
      const isKey = named.endpoint.path === '/v1/access-tokens'
      assert.equal(answer.status, isKey ? 401 : isAction ? 404 : named.endpoint.status, text)
      if (named.endpoint.bodyFormat === 'ndjson') assert.equal(JSON.parse(text).rows[0].outcome, 'created', text)
    })
  }
})
