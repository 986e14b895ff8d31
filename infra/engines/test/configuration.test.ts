import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { elasticsearch } from '../src/elasticsearch.ts'
import { kafka } from '../src/kafka.ts'
import { kinds } from '../src/kinds.ts'
import { mongodb } from '../src/mongodb.ts'
import { temporaryFolder } from './temporary.ts'

test('Kafka is told its ports and its folder', async (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', 'meta.properties'), '')
  await kafka.prepare({ home: '/nowhere', folder, ports: [20_001, 20_002] })
  const properties = readFileSync(join(folder, 'server.properties'), 'utf8').split('\n')
  for (const line of [
    'listeners=PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20002',
    'advertised.listeners=PLAINTEXT://127.0.0.1:20001',
    'controller.quorum.voters=1@127.0.0.1:20002',
    `log.dirs=${join(folder, 'data')}`,
  ])
    assert.ok(properties.includes(line), line)
  assert.match(readFileSync(join(folder, 'log4j2.xml'), 'utf8'), /shutdownHook="disable"/)
  assert.ok(kafka.command({ home: '/nowhere', folder, ports: [1, 2] }).args.includes('-Xmx384m'))
})

test('Kafka sends its clients to a proxy, and listens where it did', async (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', 'meta.properties'), '')
  await kafka.prepare({ home: '/nowhere', folder, ports: [20_001, 20_002], advertisedPort: 20_003 })
  const properties = readFileSync(join(folder, 'server.properties'), 'utf8').split('\n')
  assert.ok(properties.includes('listeners=PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20002'))
  assert.ok(properties.includes('advertised.listeners=PLAINTEXT://127.0.0.1:20003'))
})

test('Elasticsearch is told its ports and its folders', async (t) => {
  const folder = temporaryFolder(t)
  await elasticsearch.prepare({ home: '/nowhere', folder, ports: [20_001, 20_002] })
  const yml = readFileSync(join(folder, 'config', 'elasticsearch.yml'), 'utf8').split('\n')
  for (const line of [
    'network.host: 127.0.0.1',
    'http.port: 20001',
    'transport.port: 20002',
    `path.data: "${folder}/data"`,
  ])
    assert.ok(yml.includes(line), line)
  assert.match(readFileSync(join(folder, 'config', 'jvm.options'), 'utf8'), /^-Xmx512m$/m)
  assert.ok(statSync(join(folder, 'tmp')).isDirectory())
})

test('the stand-in for MongoDB syncs each commit', () => {
  const { args } = mongodb.command({ home: '/nowhere', folder: '/data', ports: [20_001] })
  assert.ok(args.includes('--sync-on-commit'))
  assert.equal(args[args.indexOf('--port') + 1], '20001')
})

test('services are pointed at the ports', () => {
  assert.deepEqual(Object.assign({}, ...Object.values(kinds).map(({ environment }) => environment(20_001))), {
    KAFKA_BROKERS: '127.0.0.1:20001',
    ELASTICSEARCH_URL: 'http://127.0.0.1:20001',
    MONGODB_URI: 'mongodb://127.0.0.1:20001/?replicaSet=secantus',
    S3_ENDPOINT: 'http://127.0.0.1:20001',
    TOXIPROXY_URL: 'http://127.0.0.1:20001',
  })
})
