import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ProblemResponse, signIn } from '@techbridge/client'
import { offersApi } from '@techbridge/contracts'
import { sampleOffers } from '../../src/sample.ts'
import { victimOn } from '../victim.ts'

const patience = 60_000
const { organisation, content } = sampleOffers[0]!

const until = async (what: string, holds: () => Promise<boolean>) => {
  const limit = AbortSignal.timeout(patience)
  while (!(await holds())) {
    assert.ok(!limit.aborted, what)
    await pause(50)
  }
}

test('when nothing can be written it says so, serves readers, keeps what it acknowledged, and goes on once there is room', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-full-'))
  const victim = await victimOn(dataDir)
  t.after(async () => {
    await victim.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })
  await victim.start({ largestFile: 1024 })
  const provider = await signIn(victim.url, 'provider', organisation)
  const acknowledged: string[] = []
  const post = async () => {
    const { body } = await provider.call(offersApi.create, { body: content })
    acknowledged.push(body.id)
  }
  const read = async (id: string) => (await provider.call(offersApi.get, { params: { id } })).body.id

  await assert.rejects(
    async () => {
      for (;;) await post()
    },
    (error) => error instanceof ProblemResponse && error.status === 503,
  )
  assert.ok(acknowledged.length > 0)
  await until('it is not ready', async () => !(await victim.isReady()))
  assert.equal(await read(acknowledged[0]!), acknowledged[0])

  if (victim.makeRoom()) {
    await until('it is ready again', victim.isReady)
    await post()
  } else t.diagnostic('no prlimit here: that it goes on without a restart was not tried')
  await victim.kill()
  await victim.start()
  for (const id of acknowledged) assert.equal(await read(id), id)
})
