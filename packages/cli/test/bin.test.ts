import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'

const bin = join(import.meta.dirname, '../bin/techbridge.js')
const run = promisify(execFile)

/** The Node of whoever runs the tests, past the one that the project brings. */
const userNode = () => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder.includes('node_modules')) continue
    try {
      accessSync(join(folder, 'node'), constants.X_OK)
      return join(folder, 'node')
    } catch {}
  }
  return process.execPath
}

describe('the program', () => {
  const node = userNode()

  test(`runs under Node ${execFileSync(node, ['--version']).toString().trim()}`, async () => {
    const { stdout, stderr } = await run(node, [bin, '--help'])
    for (const command of [
      'demo',
      'import',
      'matches',
      'search',
      'dead-letters',
      'rebuild',
      'calendar',
      'backup',
      'restore',
      'upgrade',
      'move',
    ]) {
      assert.match(stdout, new RegExp(`^ +${command} `, 'm'))
    }
    assert.equal(stderr, '')
  })

  test('passes on exit codes and says what is wrong', async () => {
    const failing = async (...args: string[]) => {
      const { code, stderr } = (await run(node, [bin, ...args]).catch((error) => error)) as {
        code: number
        stderr: string
      }
      assert.doesNotMatch(stderr, /^ +at /m)
      return { code, stderr }
    }
    assert.equal((await failing('nonsense')).code, 2)
    assert.match((await failing('matches', '--limit', '0')).stderr, /whole number from 1 to 1000/)
    const away = await failing('matches', '--url', 'http://127.0.0.1:9')
    assert.equal(away.code, 1)
    assert.match(away.stderr, /127\.0\.0\.1:9/)
  })

  test('can be executed as it is', () => accessSync(bin, constants.X_OK))
})
