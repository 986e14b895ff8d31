import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Container } from './container.ts'

test('a process that a signal ended is not waited for', { timeout: 60_000 }, async () => {
  const killed = new Container('victim', ['node', '-e', "process.kill(process.pid, 'SIGKILL')"], '/', { PORT: '9' })
  await assert.rejects(killed.healthy(), /victim ended/)
  assert.equal(await killed.stop(), null)
})
