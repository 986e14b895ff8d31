import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { allOf, fresh, type Open, partIn, stream, trouble } from './harness.ts'
import { contentOfRun, partsOfRun } from './upload-until-killed.ts'

export function surviving(open: Open): void {
  describe('surviving', () => {
    it('kill -9 during uploads keeps the parts that were acknowledged, and no file is seen before its end', async (test) => {
      await fresh(open, async (files, { outside }) => {
        if (!outside) return test.skip('the adapter does not say how another process opens it')
        for (let round = 0; round < 2; round++) {
          const { begun, acknowledged } = await uploadUntilKilled(outside, round)
          for (const id of begun) {
            const content = contentOfRun(id)
            const isFile = await files.facts(id).then(
              () => true,
              (error) => !trouble('missing')(error),
            )
            if (!isFile) {
              const { received } = await files.upload(id)
              const lost = (acknowledged.get(id) ?? []).filter((number) => !received.includes(number))
              assert.deepEqual(lost, [])
              for (let number = 1; number <= partsOfRun; number++)
                await files.putPart(id, number, stream(partIn(content, number)))
              await files.finish(id)
            }
            assert.ok((await allOf(files, id)).equals(content))
          }
        }
      })()
    })
  })
}

async function uploadUntilKilled({ module, location }: { module: string; location: string }, round: number) {
  const script = fileURLToPath(new URL('upload-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, module, location, `round-${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const begun: string[] = []
  const acknowledged = new Map<string, number[]>()
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.endsWith('.')) continue
    const [id = '', what] = line.slice(0, -1).split(' ')
    if (what === 'begun') begun.push(id)
    else acknowledged.set(id, [...(acknowledged.get(id) ?? []), Number(what)])
    told += 1
    if (told === 4 + 2 * round) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  assert.equal(signal, 'SIGKILL')
  return { begun, acknowledged }
}
