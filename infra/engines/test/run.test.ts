import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressLine, run } from '../src/run.ts'

test('progress says what runs, how long, and what it said last', () => {
  assert.equal(progressLine('mvn', 12_400, 'Downloaded: kafka.jar (7 MB)'), '  mvn, 12 s: Downloaded: kafka.jar (7 MB)')
  assert.equal(
    progressLine('cargo', 130_000, '\u001b[1m\u001b[36mBuilding\u001b[0m [==>  ] 12/345: wiredtiger   '),
    '  cargo, 2 min 10 s: Building [==>  ] 12/345: wiredtiger',
  )
  assert.equal(progressLine('go', 10_000), '  go, 10 s: nothing said yet')
})

test('a command that fails shows the end of what it said', async () => {
  const script = `process.stdout.write('first\\rsecond\\n'); console.error('no disk'); process.exitCode = 3`
  await assert.rejects(run(process.execPath, ['-e', script]), (error: Error) => {
    assert.match(error.message, /ended with code 3\n/)
    for (const line of ['first', 'second', 'no disk']) assert.match(error.message, new RegExp(`^${line}$`, 'm'))
    return true
  })
  await run(process.execPath, ['-e', ''])
})
