import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type CloudEvent, sequenceOf } from '@techbridge/contracts'
import { assertCompleteInOrder, caughtUp, ids } from '../src/conformance/harness.ts'
import { openFor } from './sqlite-file.ts'

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))

/** Runs the child until it has acknowledged so many events, kills it there, and gives all that it acknowledged. */
async function runAndKill(args: string[], after: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(running, 'exit')
  const acknowledged: string[] = []
  for await (const id of createInterface(running.stdout)) {
    acknowledged.push(id)
    if (acknowledged.length === after) running.kill('SIGKILL')
  }
  assert.deepEqual(await exited, [null, 'SIGKILL'])
  return acknowledged
}

test('kill -9 loses nothing that was acknowledged, and the handlers get it all in order', {
  timeout: 120_000,
}, async (t) => {
  const { file, bus, reopen } = await openFor(t)
  await bus.close()
  const effects = join(dirname(file), 'effects')
  const acknowledged: string[] = []
  for (let round = 0; round < 12; round++) {
    const after = 1 + Math.floor(Math.random() * 400)
    acknowledged.push(...(await runAndKill([file, effects, String(round)], after)))
  }

  const reopened = await reopen()
  await reopened.subscribe({ group: 'search', handler: async ({ id }) => appendFileSync(effects, `${id}\n`) })
  await caughtUp(reopened, 'search')

  const log: CloudEvent[] = []
  for await (const { event } of reopened.read({ topics: ['techbridge.offers'], live: false })) log.push(event)
  const byId = new Map(log.map((event) => [event.id, event]))
  assert.equal(byId.size, log.length)
  assert.deepEqual(
    acknowledged.filter((id) => !byId.has(id)),
    [],
    'every acknowledged event is in the log',
  )

  const handled = readFileSync(effects, 'utf8')
    .trimEnd()
    .split('\n')
    .map((id) => byId.get(id)!)
  assertCompleteInOrder(handled, log)
  for (const events of Map.groupBy(log, ({ subject }) => subject).values()) {
    const sequences = events.map(sequenceOf)
    assert.deepEqual(
      sequences,
      sequences.toSorted((a, b) => a - b),
    )
  }
  const dead = ids((await reopened.deadLetters.list({ limit: 100_000 })).map(({ event }) => event as CloudEvent))
  assert.equal(new Set(dead).size, dead.length, 'no event died twice')
})
