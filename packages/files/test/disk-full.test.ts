import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { allOf, announced, patienceMs, stream } from '../src/conformance/harness.ts'
import { filesOn } from '../src/index.ts'
import { open } from './outside.ts'

const [, , folder] = process.argv
const content = Buffer.alloc(300_000, 'durian ')
const filesIn = (place: string) => filesOn({ ...open(place), now: () => new Date(), patienceMs })

if (folder !== undefined && process.env.TECHBRIDGE_NO_ROOM === '1') {
  // The child, which may write no file of that size.
  const files = filesIn(folder)
  await files.begin(announced('a', content))
  const error = await files.putPart('a', 1, stream(content)).catch((reason: unknown) => reason)
  assert.ok(error instanceof Unavailable, String(error))
  assert.match(error.message, /a file may not be that large/)
  assert.deepEqual((await files.upload('a')).received, [])
  process.stdout.write('refused')
} else {
  test('without room a part is refused in words and leaves nothing, and is taken once there is room', async (t) => {
    const place = await mkdtemp(join(tmpdir(), 'files-'))
    t.after(() => rm(place, { recursive: true }))
    const script = import.meta.filename
    const limited = ['--fsize=100000', process.execPath, '--test-isolation=none', script, place]
    const env = { ...process.env, TECHBRIDGE_NO_ROOM: '1' }
    const { stdout, stderr, error } = spawnSync('prlimit', limited, { encoding: 'utf8', env })
    if (error) return t.skip('no prlimit here')
    assert.equal(stdout, 'refused', stderr)
    assert.deepEqual(await readdir(join(place, 'files', 'drafts')), [])
    const files = filesIn(place)
    await files.putPart('a', 1, stream(content))
    await files.finish('a')
    assert.ok((await allOf(files, 'a')).equals(content))
  })
}
