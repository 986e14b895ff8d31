import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Part, parts } from '../ci/parts.ts'
import { runParts } from '../ci/run-parts.ts'

/** A part that runs a script; `counts` as the parts that run tests do. */
const part = (name: string, script: string, { after = [] as string[], counts = true } = {}): Part => ({
  name,
  command: ['sh', '-c', script],
  after,
  counts,
})

const run = async (given: Part[], { signal = new AbortController().signal, onLine = () => {} } = {}) => {
  const lines: string[] = []
  const write = (line: string) => {
    lines.push(line)
    onLine()
  }
  const outcomes = await runParts(given, { write, signal })
  const counts = Object.fromEntries(
    outcomes.map(({ name, counts: { passed, failed, skipped } }) => [name, [passed, failed, skipped]]),
  )
  return { lines, counts }
}

describe('the parts of CI', () => {
  it('count what each closes with, and go on after one that fails', async () => {
    const { counts, lines } = await run([
      part('first', 'echo "3 passed, 1 failed"; exit 1'),
      part('second', 'echo "✔ 9 passed, 9 failed"; echo "12 passed, 0 failed, 2 skipped"', { after: ['first'] }),
    ])
    assert.deepEqual(counts, { first: [3, 1, 0], second: [12, 0, 2] })
    assert.deepEqual(lines, [
      'first | 3 passed, 1 failed',
      'second | ✔ 9 passed, 9 failed',
      'second | 12 passed, 0 failed, 2 skipped',
    ])
  })

  it('count as one failure when they break off without a count, pass nothing, or cannot be started', async () => {
    const { counts } = await run([
      part('breaks off', 'echo "5 passed, 0 failed"; exit 1'),
      part('passes nothing', 'true'),
      part('only checks', 'true', { counts: false }),
      part('fails its checks', 'exit 2', { counts: false }),
      { ...part('is missing', ''), command: ['./no-such-command'] },
    ])
    assert.deepEqual(counts, {
      'breaks off': [5, 1, 0],
      'passes nothing': [0, 1, 0],
      'only checks': [0, 0, 0],
      'fails its checks': [0, 1, 0],
      'is missing': [0, 1, 0],
    })
  })

  it('run side by side unless one waits for another', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'techbridge-parts-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const meeting = (own: string, other: string) =>
      `cd ${folder}; touch ${own}; until [ -e ${other} ]; do sleep 0.02; done; echo "1 passed, 0 failed"`
    const { lines } = await run([
      part('left', meeting('here', 'there')),
      part('right', meeting('there', 'here')),
      part('last', 'echo "1 passed, 0 failed"', { after: ['left', 'right'] }),
    ])
    assert.equal(lines.at(-1), 'last | 1 passed, 0 failed')
    assert.equal(lines.length, 3)
  })

  it('are ended when time is up, and count what they had counted', async () => {
    const time = new AbortController()
    const { counts, lines } = await run(
      [
        part('slow', 'trap "echo \\"7 passed, 2 failed\\"; exit 1" TERM; echo begins; while true; do sleep 0.05; done'),
        part('next', 'echo "1 passed, 0 failed"', { after: ['slow'] }),
      ],
      { signal: time.signal, onLine: () => time.abort('time is up') },
    )
    assert.deepEqual(counts, { slow: [7, 2, 0], next: [0, 1, 0] })
    assert.equal(lines.at(-1), 'next | not started: time is up')
  })

  it('wait for parts above them only', async () => {
    await assert.rejects(run([part('one', 'true', { after: ['two'] }), part('two', 'true')]), /one waits for two/)
  })
})

describe('the table of parts', () => {
  const names = parts.map(({ name }) => name)
  const before = (name: string): Set<string> => {
    const { after } = parts.find((one) => one.name === name)!
    return new Set(after.flatMap((earlier) => [earlier, ...before(earlier)]))
  }

  it('lets at most two parts run at a time', () => {
    const beside = (one: string, other: string) => one !== other && !before(one).has(other) && !before(other).has(one)
    for (const one of names) {
      const others = names.filter((other) => beside(one, other))
      for (const other of others)
        assert.ok(!others.some((third) => beside(other, third)), `${one}, ${other} and a third`)
    }
  })

  it('leaves the machine to the faults of the cluster', () => {
    assert.deepEqual([...before('cluster')].toSorted(), names.filter((name) => name !== 'cluster').toSorted())
  })
})
