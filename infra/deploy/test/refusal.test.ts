import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { serviceNames } from '@techbridge/contracts'
import { root } from './compose.ts'
import { image } from './image.ts'
import { programOf } from './settings.ts'

const run = async ([file, ...args]: string[], environment: Record<string, string>) => {
  const env = { PATH: process.env.PATH, ...environment }
  const child = spawn(file!, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { said, code }
}

const wrong = { HOST: '0.0.0.0', PORT: 'http', LOG_LEVEL: 'loud', AUTH_JWKS_URL: 'keys.json', SECRET: 'sesame' }

for (const service of serviceNames) {
  test(`${service} refuses to start with wrong settings, names each, and does not repeat the secret`, async () => {
    const { said, code } = await run([process.execPath, programOf(service)], wrong)
    assert.equal(code, 1)
    for (const name of ['PORT', 'LOG_LEVEL', 'AUTH_JWKS_URL', 'SECRET'])
      assert.match(said, new RegExp(`^${name}: `, 'm'))
    assert.doesNotMatch(said, /sesame/)
  })
}

test('the image refuses to start without the name of a service', async () => {
  const { said, code } = await run(image.command, {})
  assert.notEqual(code, 0)
  assert.match(said, new RegExp(`SERVICE: is one of ${serviceNames.join(', ')}`))
})
