import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { document, fresh, type Open, spec } from './harness.ts'

const ENOUGH = 300

export function surviving(open: Open): void {
  describe('surviving kill -9', () => {
    it('has every acknowledged document, and nothing of a rebuild that did not end', async (test) => {
      await fresh(open, async (_, { indexes, reopen, outside }) => {
        if (!outside) return test.skip('the adapter does not say how another process opens it')
        await indexes.close()
        const acknowledged = await putUntilKilled(outside)
        assert.ok(acknowledged.length >= ENOUGH)

        const index = await (await reopen()).open(spec)
        const stored = acknowledged.map((id) => ({ id, version: 1, source: { id } }))
        assert.deepEqual(await index.get(acknowledged), stored)
        const match = { tokens: ['outside'], fields: { title: 1 }, require: 'any' as const }
        const { total } = await index.search({ match, facets: ['country'], limit: 1 })
        assert.ok(total >= acknowledged.length)
        assert.equal((await index.frequencies(['outside'])).counts.outside, total)
        assert.deepEqual(await index.get(['rebuilt']), [undefined])

        await index.rebuild((put) => put([document('again', { title: 'outside' })]))
        assert.equal((await index.search({ match, limit: 1 })).total, 1)
      })()
    })
  })
}

async function putUntilKilled({ module, location }: { module: string; location: string }): Promise<string[]> {
  const script = fileURLToPath(new URL('put-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, module, location], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === ENOUGH) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  assert.equal(signal, 'SIGKILL')
  return lines.filter((line) => line.endsWith('.')).map((line) => line.slice(0, -1))
}
