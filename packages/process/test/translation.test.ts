import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { BadConfig } from '../src/bad-config.ts'
import { readConfig } from '../src/config.ts'
import { openTranslator } from '../src/translation.ts'

const read = (settings: Record<string, string>) => readConfig({ AUTH_DEV: '1', ...settings })
const translator = (settings: Record<string, string>) => openTranslator(read(settings))

test('nothing is translated unless a service is named', () => {
  assert.equal(translator({}), undefined)
  assert.equal(translator({ TRANSLATION_KEY: 'x', TRANSLATION_PROTOCOL: 'openai' }), undefined)
})

test('the service is one of either protocol', () => {
  assert.equal(translator({ TRANSLATION_URL: 'http://translate.local:5000' })?.name, 'LibreTranslate (translate.local)')
  const openai = { TRANSLATION_URL: 'https://host/v1', TRANSLATION_PROTOCOL: 'openai', TRANSLATION_MODEL: 'small' }
  assert.equal(translator(openai)?.name, 'small (host)')
})

test('settings that contradict each other are refused by name, and no key is repeated', () => {
  const url = 'http://translate.example.org'
  for (const [settings, message] of [
    [{ TRANSLATION_URL: 'translate.local' }, /TRANSLATION_URL: must be/],
    [{ TRANSLATION_URL: 'localhost:5000' }, /TRANSLATION_URL: must be/],
    [{ TRANSLATION_URL: url, TRANSLATION_KEY: 'secret' }, /TRANSLATION_URL: must be https/],
    [{ TRANSLATION_URL: url, TRANSLATION_PROTOCOL: 'openai' }, /TRANSLATION_MODEL: is needed/],
    [{ TRANSLATION_URL: url, TRANSLATION_PROTOCOL: 'deepl' }, /TRANSLATION_PROTOCOL/],
    [{ TRANSLATION_URL: url, TRANSLATION_KEY_FILE: '/none' }, /TRANSLATION_KEY_FILE: cannot read/],
  ] as const)
    assert.throws(
      () => read({ ...settings }),
      (error) => error instanceof BadConfig && message.test(error.message) && !error.message.includes('secret'),
    )
})

test('a key may come from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-'))
  const file = join(folder, 'key')
  writeFileSync(file, 'secret\n')
  const settings = { TRANSLATION_URL: 'http://127.0.0.1:5000', TRANSLATION_KEY_FILE: file }
  assert.ok(translator(settings))
  assert.throws(() => read({ ...settings, TRANSLATION_KEY: 'x' }), /cannot be set together/)
  rmSync(folder, { recursive: true })
})
