import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { closingLine, closingLines, sum, testCounts } from '../test-counts.ts'

const output = `
@techbridge/bus:test: > node --test "test/**/*.test.ts"
@techbridge/bus:test: ✔ says ℹ pass 99 somewhere (1ms)
@techbridge/bus:test: ✔ says ﹣ in MongoDB (0.1ms) # somewhere (1ms)
@techbridge/bus:test: ﹣ a test that is skipped (0.19ms) # why
@techbridge/bus:test: ▶ a suite
@techbridge/bus:test:   \u001b[90m﹣ a test in it (12ms) # SKIP\u001b[39m
@techbridge/bus:test: ✔ a suite (1ms)
@techbridge/bus:test: ℹ tests 14
@techbridge/bus:test: ℹ pass 8
@techbridge/bus:test: ℹ fail 1
@techbridge/bus:test: ℹ cancelled 2
@techbridge/bus:test: ℹ skipped 2
@techbridge/store:test: ﹣ a suite that is skipped (0.05ms) # no engine
@techbridge/store:test: ℹ skipped 0
\u001b[34m//:test:tools: \u001b[0m\u001b[34mℹ pass 4\u001b[39m
ℹ todo 1
`

const suite = `
import { describe, it } from 'node:test'
describe('skipped', { skip: 'no engine' }, () => { it('one'); it('two') })
describe('run', () => {
  describe('skipped within', { skip: true }, () => {})
  it('skips', { skip: 'why' }, () => {})
  it('skips itself', (t) => t.skip())
  it('to do', { todo: true }, () => {})
  it('passes', () => {})
  it('fails', () => { throw new Error('it does') })
})
`

/** What node's own runner says of the tests, as a pipe gets it. */
const outputOf = (source: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-counts-'))
  writeFileSync(join(folder, 'some.test.mjs'), source)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = spawnSync(process.execPath, ['--test'], { cwd: folder, env, encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  return stdout
}

describe('the closing line of npm test', () => {
  it('counts what node says: a skipped suite as one, whatever is in it', () => {
    assert.deepEqual(testCounts(outputOf(suite)), { passed: 1, failed: 1, skipped: 5 })
  })

  it('adds up what every workspace counted; cancelled is failed, to do is skipped', () => {
    assert.deepEqual(testCounts(output), { passed: 12, failed: 3, skipped: 4 })
  })

  it('counts nothing in nothing', () => {
    assert.deepEqual(testCounts(''), { passed: 0, failed: 0, skipped: 0 })
  })

  it('mentions what was skipped only where something was', () => {
    assert.equal(closingLine({ passed: 12, failed: 0, skipped: 0 }), '12 passed, 0 failed')
    assert.equal(closingLine({ passed: 12, failed: 3, skipped: 4 }), '12 passed, 3 failed, 4 skipped')
  })

  it('of several commands is the sum of theirs', () => {
    const both = '✔ 9 passed, 9 failed (1ms)\n12 passed, 0 failed\nother words\n3 passed, 1 failed, 4 skipped\n'
    assert.deepEqual(sum(closingLines(both)), { passed: 15, failed: 1, skipped: 4 })
    assert.deepEqual(closingLines('no such line'), [])
  })
})
