import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { skip } from './faults/harness.ts'

test('told to end while it loads its sample data, the cluster stops in good order and ends with 0', {
  skip,
}, async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-ending-'))
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const cluster = spawn(process.execPath, [main, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  t.after(() => {
    cluster.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })
  const said: string[] = []
  const exited = once(cluster, 'exit')
  for await (const line of createInterface({ input: cluster.stderr })) {
    said.push(line)
    if (line !== 'Loading the sample data') continue
    assert.equal(existsSync(join(dataDir, 'sample-loaded')), false)
    cluster.kill('SIGTERM')
  }
  assert.deepEqual(await exited, [0, null], said.join('\n'))
  assert.equal(said.at(-1), 'Loading the sample data')
})
