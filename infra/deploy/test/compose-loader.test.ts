import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose, root } from './compose.ts'
import { goTool, run, whyNoGoTools } from './go-tools.ts'

test('Compose itself reads docker-compose.yml as the tests do', { skip: whyNoGoTools() }, async () => {
  const options = ['-no-interpolation', '-format', 'json', 'docker-compose.yml']
  const { services } = JSON.parse((await run(await goTool('compose-go'), options, { cwd: root })).stdout)
  const environments = (of: typeof compose.services) =>
    Object.fromEntries(Object.entries(of).map(([name, { environment = {} }]) => [name, environment]))
  assert.deepEqual(environments(services), environments(compose.services))
})
