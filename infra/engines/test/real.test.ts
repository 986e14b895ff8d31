import assert from 'node:assert/strict'
import { after, describe, type TestContext, test } from 'node:test'
import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { MongoClient } from 'mongodb'
import { type EngineName, type Engines, type EnginesOptions, missingTools, startEngines } from '../src/index.ts'
import { identify } from '../src/process.ts'
import { temporaryFolder } from './temporary.ts'

const skip =
  process.env.TECHBRIDGE_ENGINES === '1'
    ? missingTools().join('; ') || false
    : 'set TECHBRIDGE_ENGINES=1 to run the real engines'

const start = async <N extends EngineName>(t: TestContext, options: Omit<EnginesOptions<N>, 'dataDir'>) => {
  const stops: (() => Promise<void>)[] = []
  t.after(() => Promise.all(stops.map((stop) => stop())))
  const dataDir = temporaryFolder(t)
  const engines = await startEngines({ ...options, dataDir })
  stops.push(engines.stop)
  return { engines, dataDir }
}

const kafkaOf = ({ kafka: { brokers } }: Pick<Engines, 'kafka'>) =>
  new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 50 } })

/** Appends a message to a topic of one partition, and tells how many the topic holds. */
const append = async (kafka: Kafka): Promise<string> => {
  const admin = kafka.admin()
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
  await Promise.all([admin.connect(), producer.connect()])
  try {
    await admin.createTopics({ topics: [{ topic: 'events', numPartitions: 1 }], waitForLeaders: true })
    await producer.send({ topic: 'events', acks: -1, messages: [{ key: 'k', value: 'v' }] })
    return (await admin.fetchTopicOffsets('events'))[0]!.high
  } finally {
    await Promise.all([admin.disconnect(), producer.disconnect()])
  }
}

/** Reads the topic from its start until a number of messages has come. */
const consume = async (kafka: Kafka, wanted: number): Promise<number> => {
  const consumer = kafka.consumer({ groupId: 'readers', sessionTimeout: 2000, heartbeatInterval: 500 })
  await consumer.connect()
  try {
    await consumer.subscribe({ topic: 'events', fromBeginning: true })
    return await new Promise((resolve, reject) => {
      let count = 0
      const eachMessage = async () => {
        count += 1
        if (count === wanted) resolve(count)
      }
      consumer.run({ eachMessage }).catch(reject)
    })
  } finally {
    await consumer.disconnect()
  }
}

/** Indexes a document under a new id, and tells how many a search finds. */
const index = async ({ elasticsearch: { url } }: Pick<Engines, 'elasticsearch'>): Promise<number> => {
  const body = JSON.stringify({ text: 'salt tolerant rice' })
  const headers = { 'content-type': 'application/json' }
  const indexed = await fetch(`${url}/things/_doc?refresh=true`, { method: 'POST', headers, body })
  assert.equal(indexed.status, 201)
  const found = (await (await fetch(`${url}/things/_search?q=text:rice`)).json()) as any
  return found.hits.total.value
}

/** Inserts a document, and tells how many there are. */
const insert = async ({ mongodb: { uri } }: Pick<Engines, 'mongodb'>): Promise<number> => {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 }).connect()
  try {
    const things = client.db('shop').collection('things', { writeConcern: { w: 'majority', journal: true } })
    await things.insertOne({ name: 'pump' })
    return await things.countDocuments()
  } finally {
    await client.close()
  }
}

describe('the real engines', { skip, concurrency: false }, () => {
  test('Kafka keeps its data when it is killed or stopped, and consumers read it', async (t) => {
    const { engines } = await start(t, { only: ['kafka'] })
    const kafka = kafkaOf(engines)
    assert.equal(await append(kafka), '1')
    await engines.kafka.kill()
    await engines.kafka.start()
    assert.equal(await append(kafka), '2')
    await engines.kafka.stop()
    await engines.kafka.start()
    assert.equal(await append(kafka), '3')

    assert.equal(await consume(kafka, 3), 3)
  })

  test('Elasticsearch keeps its data when it is killed or stopped', async (t) => {
    const { engines } = await start(t, { only: ['elasticsearch'] })
    assert.equal(await index(engines), 1)
    await engines.elasticsearch.kill()
    await assert.rejects(fetch(engines.elasticsearch.url))
    await engines.elasticsearch.start()
    assert.equal(await index(engines), 2)
    await engines.elasticsearch.stop()
    await engines.elasticsearch.start()
    assert.equal(await index(engines), 3)
  })

  test('the stand-in for MongoDB keeps its data when it is killed or stopped', async (t) => {
    const { engines } = await start(t, { only: ['mongodb'] })
    assert.equal(await insert(engines), 1)
    await engines.mongodb.kill()
    await engines.mongodb.start()
    assert.equal(await insert(engines), 2)
    await engines.mongodb.stop()
    await engines.mongodb.start()
    assert.equal(await insert(engines), 3)
  })

  describe('side by side', () => {
    const pids: number[] = []
    after(() => assert.deepEqual(pids.filter(identify), [], 'all of them have ended'))

    test('two sets do not know of each other', async (t) => {
      const one = (await start(t, {})).engines
      const two = (await start(t, {})).engines
      for (const engines of [one, two]) {
        pids.push(engines.kafka.pid!, engines.elasticsearch.pid!, engines.mongodb.pid!)
        assert.equal(await append(kafkaOf(engines)), '1')
        assert.equal(await index(engines), 1)
        assert.equal(await insert(engines), 1)
      }
      assert.equal(new Set(pids).size, 6)
    })
  })

  test('each tells whether it is ready, also while it is paused', async (t) => {
    const { engines } = await start(t, {})
    for (const engine of [engines.kafka, engines.elasticsearch, engines.mongodb]) {
      assert.ok(await engine.isReady())
      engine.pause()
      assert.equal(await engine.isReady(), false)
      engine.resume()
      assert.ok(await engine.isReady())
    }
  })

  test('engines that run are taken only when that is wanted, and are left running', async (t) => {
    const { engines, dataDir } = await start(t, { only: ['mongodb'] })
    await assert.rejects(startEngines({ only: ['mongodb'], dataDir }), /mongodb of .* are running already/)
    const again = await startEngines({ only: ['mongodb'], dataDir, reuse: true })
    assert.deepEqual(again.environment, { MONGODB_URI: engines.mongodb.uri })
    await again.stop()
    assert.ok(await engines.mongodb.isReady())
  })
})
