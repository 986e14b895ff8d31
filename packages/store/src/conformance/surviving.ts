import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { find, fresh, type Open, spec, type Thing, thing } from './harness.ts'

const enough = 300

export function surviving(open: Open): void {
  describe('surviving', () => {
    it(
      'a stop in order keeps every write',
      fresh(open, async (things, { reopen }) => {
        await things.insert(thing('a'))
        await things.replace(thing('a', { text: 'x', version: 2 }), 1)
        const again = await (await reopen()).collection<Thing>('things', spec)
        assert.deepEqual(await again.get('a'), thing('a', { text: 'x', version: 2 }))
      }),
    )

    it('kill -9 keeps every acknowledged write, each whole', async (test) => {
      await fresh(open, async (_, { store, reopen, outside }) => {
        if (!outside) return test.skip('the adapter does not say how another process opens it')
        await store.close()
        const acknowledged = new Map<string, number>()
        for (let round = 0; round < 3; round++) {
          for (const [id, version] of await writeUntilKilled(outside, round)) acknowledged.set(id, version)
        }
        const things = await (await reopen()).collection<Thing>('things', spec)
        for (const [id, version] of acknowledged) {
          const document = await things.get(id)
          assert.ok(document && document.version >= version, `${id} at version ${version}`)
          assert.deepEqual(document, thing(id, { number: document.version, text: id, version: document.version }))
        }
        const found = await find(things, { where: { number: { gte: 1 } }, limit: 1_000_000 })
        assert.ok(new Set(found).isSupersetOf(new Set(acknowledged.keys())))
      })()
    })
  })
}

/** The ids and versions that the killed process had acknowledged. */
async function writeUntilKilled({ module, location }: { module: string; location: string }, round: number) {
  const script = fileURLToPath(new URL('write-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, module, location, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === enough) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  assert.equal(signal, 'SIGKILL')
  return lines
    .filter((line) => line.endsWith('.'))
    .map((line) => line.slice(0, -1).split(' '))
    .map(([id, version]) => [id!, Number(version)] as const)
}
