import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { serviceNames } from '@techbridge/contracts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
after(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'a-file')
writeFileSync(file, '')

const programs = ['infra/local', ...serviceNames.map((name) => `services/${name}`)]

/** What a program says when it does not start, as people read it: in sentences, without a stack. */
const refusal = (program: string, args: string[], settings: Record<string, string> = {}): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program, 'src/main.ts'), ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, AUTH_DEV: '1', PORT: '0', DATA_DIR: join(folder, 'data'), ...settings },
  })
  assert.deepEqual([status, stdout], [1, ''], stderr)
  assert.match(stderr, /^Cannot start/)
  assert.doesNotMatch(stderr, /^ +at /m)
  return stderr
}

for (const program of programs) {
  test(`${program} refuses a flag that it does not know, and shows those that it does`, () => {
    const said = refusal(program, ['--colour'])
    assert.match(said, /--colour/)
    assert.match(said, /DATA_DIR +folder/)
  })
}

test('a flag without its value is refused, not replaced by the default', () => {
  assert.match(refusal('infra/local', ['--port=']), /--port needs a value/)
  assert.match(refusal('infra/local', ['--data=']), /--data needs a value/)
})

test('a data folder that is a file is named', () => {
  const quiet = { LOG_LEVEL: 'warn' }
  assert.match(refusal('infra/local', ['--data', file], quiet), /a-file.* its folder is a file/)
  assert.match(
    refusal('services/offers', [], { ...quiet, DATA_DIR: join(file, 'deeper') }),
    /a-file.* its folder is a file/,
  )
})
