import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { jwtAuthenticator } from '@techbridge/http'
import { createDevelopmentIssuer } from '../src/dev-issuer.ts'

const folder = await mkdtemp(join(tmpdir(), 'issuer-'))
after(() => rm(folder, { recursive: true }))
const keyFile = join(folder, 'deep', 'key.json')
const settings = { issuer: 'urn:test', audience: 'test' }
const organisation = { id: 'office', name: 'Office', country: 'CN', kind: 'agency' }

const issue = async ({ routes }: Awaited<ReturnType<typeof createDevelopmentIssuer>>, body: object) => {
  const response = (await routes[0]!.handler({ body } as never)) as {
    body: { access_token: string; expires_in: number }
  }
  return response.body
}

test('its tokens are taken, also after a restart, for whom they were asked', async () => {
  const first = await createDevelopmentIssuer(keyFile, settings)
  const { access_token, expires_in } = await issue(first, { role: 'officer', organisation })
  assert.equal(expires_in, 12 * 3600)
  const restarted = await createDevelopmentIssuer(keyFile, settings)
  for (const { keys } of [first, restarted]) {
    const { caller } = await jwtAuthenticator(keys, settings)(access_token)
    assert.deepEqual(caller, { subject: 'officer@office', role: 'officer', organisation })
  }
  const named = await issue(first, { role: 'admin', organisation, subject: 'Somchai' })
  assert.equal((await jwtAuthenticator(first.keys, settings)(named.access_token)).caller.subject, 'Somchai')
})

test('its tokens are taken by no other issuer’s audience', async () => {
  const issuer = await createDevelopmentIssuer(keyFile, settings)
  const { access_token } = await issue(issuer, { role: 'officer', organisation })
  await assert.rejects(jwtAuthenticator(issuer.keys, { ...settings, audience: 'other' })(access_token), { status: 401 })
})

test('its private key is for its owner alone, and never among the keys that check', async () => {
  const issuer = await createDevelopmentIssuer(keyFile, settings)
  assert.equal((await stat(keyFile)).mode & 0o077, 0)
  assert.ok(JSON.parse(await readFile(keyFile, 'utf8')).d)
  assert.equal(JSON.stringify(issuer.keys.jwks()).includes('"d"'), false)
})

test('a key file that is damaged is named, with what to do', async () => {
  const damaged = join(folder, 'damaged.json')
  const whole = JSON.parse(await readFile(keyFile, 'utf8'))
  const { d: _, ...publicKey } = whole
  const contents = [
    '',
    '\0\0\0',
    '{',
    'null',
    '[]',
    '{}',
    JSON.stringify(publicKey),
    JSON.stringify({ ...whole, crv: 'P-1' }),
  ]
  for (const content of contents) {
    await writeFile(damaged, content)
    await assert.rejects(createDevelopmentIssuer(damaged, settings), (error: Error) => {
      assert.match(error.message, /damaged\.json holds no key\. Remove it/, content)
      return true
    })
  }
})
