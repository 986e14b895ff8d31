import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { AlreadyExists, StaleVersion, type Store } from '../src/index.ts'
import { openMongoStore } from '../src/mongo/store.ts'
import { openInDatabase, skip, uri } from './mongo-server.ts'
import { openProxy } from './proxy.ts'

interface Thing {
  _id: string
  version: number
}

const indexes = { indexes: [] }

async function openBehindProxy() {
  const address = new URL(uri as string)
  const proxy = await openProxy({ host: address.hostname, port: Number(address.port) })
  address.host = `127.0.0.1:${proxy.port}`
  address.searchParams.set('directConnection', 'true')
  const opened = await openInDatabase({ uri: address.href, selectionTimeout: 300, answerTimeout: 400 })
  return {
    proxy,
    store: opened.store,
    reopen: opened.reopen,
    things: await opened.store.collection<Thing>('things', indexes),
    async cleanup() {
      await opened.cleanup()
      await proxy.close()
    },
  }
}

const behindProxy = (run: (opened: Awaited<ReturnType<typeof openBehindProxy>>) => Promise<void>) => async () => {
  const opened = await openBehindProxy()
  try {
    await run(opened)
  } finally {
    await opened.cleanup()
  }
}

const untilItServes = async (store: Store): Promise<void> => {
  try {
    await store.ping()
  } catch (error) {
    assert.ok(error instanceof Unavailable)
    await untilItServes(store)
  }
}

it('MongoDB that is not there is unavailable, whatever is asked of it', async () => {
  const store = openMongoStore({ uri: 'mongodb://127.0.0.1:1/', database: 'test', selectionTimeout: 100 })
  await assert.rejects(store.ping(), Unavailable)
  await assert.rejects(store.collection('things', indexes), Unavailable)
  await store.close()
  await assert.rejects(store.ping(), Unavailable)
})

it('an address that is none is a mistake, not an outage', async () => {
  const store = openMongoStore({ uri: 'http://127.0.0.1', database: 'test' })
  await assert.rejects(store.ping(), (error) => !(error instanceof Unavailable))
  await store.close()
})

describe('when the connection to MongoDB fails', { skip, timeout: 60_000 }, () => {
  it(
    'a write whose answer was lost succeeds, once',
    behindProxy(async ({ proxy, things }) => {
      proxy.loseNextAnswer()
      await things.insert({ _id: 'a', version: 1 })
      assert.ok(proxy.answerLost())
      await assert.rejects(things.insert({ _id: 'a', version: 1 }), AlreadyExists)
      proxy.loseNextAnswer()
      await things.insertMissing([{ _id: 'b', version: 1 }])
      assert.ok(proxy.answerLost())
      assert.deepEqual(await things.get('b'), { _id: 'b', version: 1 })
      proxy.loseNextAnswer()
      await things.replace({ _id: 'a', version: 2 }, 1)
      assert.ok(proxy.answerLost())
      await assert.rejects(things.replace({ _id: 'a', version: 2 }, 1), StaleVersion)
    }),
  )

  it(
    'a write that is not answered in time is unavailable, and its outcome can be read later',
    behindProxy(async ({ proxy, things }) => {
      await things.insert({ _id: 'a', version: 1 })
      proxy.swallowAnswers(true)
      await assert.rejects(things.replace({ _id: 'a', version: 2 }, 1), Unavailable)
      await assert.rejects(things.insert({ _id: 'b', version: 1 }), Unavailable)
      await assert.rejects(things.insertMissing([{ _id: 'c', version: 1 }]), Unavailable)
      proxy.swallowAnswers(false)
      assert.deepEqual(await things.get('a'), { _id: 'a', version: 2 })
      assert.deepEqual(await things.get('b'), { _id: 'b', version: 1 })
      assert.deepEqual(await things.get('c'), { _id: 'c', version: 1 })
    }),
  )

  it(
    'a store that was opened too early finds it later',
    behindProxy(async ({ proxy, reopen }) => {
      proxy.refuse(true)
      const store = await reopen()
      await assert.rejects(store.collection('things', indexes), Unavailable)
      proxy.refuse(false)
      await untilItServes(store)
      await store.collection('things', indexes)
    }),
  )

  it(
    'nothing is answered in its place, and the store goes on once it is back',
    behindProxy(async ({ proxy, store, things }) => {
      await things.insert({ _id: 'a', version: 1 })
      proxy.refuse(true)
      await assert.rejects(store.ping(), Unavailable)
      await assert.rejects(things.get('a'), Unavailable)
      await assert.rejects(things.find({ where: [], limit: 1 }), Unavailable)
      await assert.rejects(things.insert({ _id: 'b', version: 1 }), Unavailable)
      await assert.rejects(things.insertMissing([{ _id: 'b', version: 1 }]), Unavailable)
      await assert.rejects(things.count({}, 10), Unavailable)
      await assert.rejects(things.replace({ _id: 'a', version: 2 }, 1), Unavailable)
      await assert.rejects(store.collection('others', { indexes: ['text'] }), Unavailable)
      proxy.refuse(false)
      await untilItServes(store)
      assert.deepEqual(await things.find({ limit: 10 }), [{ _id: 'a', version: 1 }])
      await things.replace({ _id: 'a', version: 2 }, 1)
    }),
  )
})
