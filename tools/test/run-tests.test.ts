import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runTests } from '../run-tests.ts'

const suite = `
import { after, test } from 'node:test'
test('passes', () => {})
after(() => new Promise((resolve) => setTimeout(resolve, 3_600_000)))
`

test('a test file that never ends is ended, and counts as failed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-silent-'))
  writeFileSync(join(folder, 'silent.test.mjs'), suite)
  try {
    const counts = await runTests('sh', ['-c', `env -u NODE_TEST_CONTEXT node --test ${folder}/*.test.mjs`], {
      silenceMs: 3_000,
      print: () => {},
    })
    assert.equal(counts.passed, 1)
    assert.ok(counts.failed >= 1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
