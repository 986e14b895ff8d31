import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { closingLine, testCounts } from '../test-counts.ts'

const output = `
@techbridge/bus:test: > node --test "test/**/*.test.ts"
@techbridge/bus:test: ✔ says ℹ pass 99 somewhere (1ms)
@techbridge/bus:test: ℹ tests 14
@techbridge/bus:test: ℹ pass 8
@techbridge/bus:test: ℹ fail 1
@techbridge/bus:test: ℹ cancelled 2
@techbridge/bus:test: ℹ skipped 3
\u001b[34m//:test:tools: \u001b[0m\u001b[34mℹ pass 4\u001b[39m
ℹ todo 1
`

describe('the closing line of npm test', () => {
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
})
