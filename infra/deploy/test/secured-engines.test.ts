import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  type Engines,
  missingTools,
  type SecuredKafka,
  startEngines,
  startSecuredKafka,
  startSecuredMongodb,
} from '@techbridge/engines'
import { Unavailable } from '@techbridge/port'
import { openAdapters, readConfig } from '@techbridge/process'
import { MongoClient } from 'mongodb'
import { pino } from 'pino'
import { makeCertificates } from './certificates.ts'
import { startDemandingProxy } from './demanding-proxy.ts'

const hasOpenssl = () => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
const skip =
  process.env.TECHBRIDGE_ENGINES !== '1'
    ? 'set TECHBRIDGE_ENGINES=1 to try TLS and credentials on Kafka, MongoDB and Elasticsearch'
    : missingTools().join('\n') || (!hasOpenssl() && 'openssl is not there, which makes the certificates')

const user = 'techbridge'
const password = 'swordfish-4711'
const wrong = 'swordfish-4712'
const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const apiKey = Buffer.from(`id:${password}`).toString('base64')

/** Production's adapters with these settings; the log is searched for passwords in the end. */
const opened = async (
  settings: Record<string, string>,
  work: (adapters: Awaited<ReturnType<typeof openAdapters>>) => Promise<void>,
) => {
  const lines: string[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-secured-'))
  const environment = { AUTH_DEV: '1', SECRET: 's'.repeat(32), DATA_DIR: dataDir, ...settings }
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  try {
    const adapters = await openAdapters(readConfig(environment), log)
    try {
      await work(adapters)
    } finally {
      await adapters.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
  const told = lines.join('')
  assert.doesNotMatch(told, /swordfish/)
  return told
}

const event = () => {
  const id = `offer_${randomBytes(12).toString('hex')}`
  return {
    specversion: '1.0' as const,
    id: `${id}-1`,
    source: '/offers',
    type: 'techbridge.offer.submitted.v1',
    subject: id,
    time: '2026-11-26T00:00:00.000Z',
    datacontenttype: 'application/json' as const,
    dataschema: 'urn:techbridge:offer',
    sequence: '0000000001',
    data: {
      id,
      reference: 'TOCN20261126001',
      type: 'TO',
      organisation: { id: 'dianchi-university', name: 'Dianchi University', country: 'CN', kind: 'university' },
    },
  }
}

describe('engines that ask for TLS and credentials', { skip, timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-secured-'))
  const stops: (() => Promise<void>)[] = []
  let files: ReturnType<typeof makeCertificates>
  let kafka: SecuredKafka
  let plain: Engines<'elasticsearch'>
  let mongodb: { port: number }
  let proxy: { port: number }

  before(async () => {
    files = makeCertificates(folder)
    const { server, authority } = files
    const all = await Promise.all([
      startSecuredKafka({ dataDir: folder, user, password, keyStore: server.both, trustStore: authority }),
      startEngines({ dataDir: folder, only: ['elasticsearch'] }),
      startSecuredMongodb({
        dataDir: folder,
        ...server,
        addUsers: async (uri) => {
          const client = await new MongoClient(uri).connect()
          await client.db('admin').command({ createUser: user, pwd: password, roles: ['root'] })
          await client.close()
        },
      }),
    ])
    for (const engine of all) stops.push(() => engine.stop())
    ;[kafka, plain, mongodb] = all
    const demanding = await startDemandingProxy(plain.elasticsearch.url, server, [basic, `ApiKey ${apiKey}`])
    stops.push(demanding.close)
    proxy = demanding
  })
  after(async () => {
    await Promise.all(stops.map((stop) => stop()))
    rmSync(folder, { recursive: true, force: true })
  })

  const sasl = (changed: Record<string, string> = {}) => ({
    KAFKA_BROKERS: kafka.saslBrokers,
    KAFKA_SSL: '1',
    KAFKA_SSL_CA_FILE: files.authority,
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USERNAME: user,
    KAFKA_SASL_PASSWORD: password,
    ...changed,
  })
  const withCertificate = () => ({
    KAFKA_BROKERS: kafka.certificateBrokers,
    KAFKA_SSL: '1',
    KAFKA_SSL_CA_FILE: files.authority,
    KAFKA_SSL_CERT_FILE: files.client.certificate,
    KAFKA_SSL_KEY_FILE: files.client.key,
  })

  describe('Kafka', () => {
    const taken = {
      plain: () => sasl({ KAFKA_SASL_MECHANISM: 'plain' }),
      'scram-sha-256': () => sasl({ KAFKA_SASL_MECHANISM: 'scram-sha-256' }),
      'scram-sha-512, the password in a file': () => {
        const file = join(folder, 'password')
        writeFileSync(file, `${password}\n`)
        return sasl({ KAFKA_SASL_PASSWORD: '', KAFKA_SASL_PASSWORD_FILE: file })
      },
      'a certificate of the client': withCertificate,
    }
    for (const [how, settings] of Object.entries(taken)) {
      test(`keeps and gives events by ${how}`, async () => {
        await opened(settings(), async ({ bus }) => {
          await bus.ping()
          const sent = event()
          await bus.publish([sent])
          const found: string[] = []
          for await (const recorded of bus.read({ topics: ['techbridge.offers'], live: false }))
            found.push(recorded.event.id)
          assert.ok(found.includes(sent.id))
        })
      })
    }

    const refused = {
      'another password': { settings: () => sasl({ KAFKA_SASL_PASSWORD: wrong }), message: /authentication failed/i },
      'another password, plain': {
        settings: () => sasl({ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_PASSWORD: wrong }),
        message: /authentication failed/i,
      },
      'an authority that did not sign its certificate': {
        settings: () => sasl({ KAFKA_SSL_CA_FILE: files.stranger }),
        message: /certificate/,
      },
      'no certificate of the client': {
        settings: () => ({
          KAFKA_BROKERS: kafka.certificateBrokers,
          KAFKA_SSL: '1',
          KAFKA_SSL_CA_FILE: files.authority,
        }),
        message: /Kafka cannot serve/,
      },
      'no TLS': { settings: () => ({ KAFKA_BROKERS: kafka.saslBrokers }), message: /Kafka cannot serve/ },
      'TLS where there is none': {
        settings: () => sasl({ KAFKA_BROKERS: kafka.plainBrokers }),
        message: /Kafka cannot serve/,
      },
    }
    for (const [what, { settings, message }] of Object.entries(refused)) {
      test(`is unavailable with ${what}, which the log tells`, async () => {
        const log = await opened(settings(), async ({ bus }) => {
          await assert.rejects(bus.ping(), Unavailable)
          await assert.rejects(bus.publish([event()]), Unavailable)
        })
        assert.match(log, message)
      })
    }
  })

  describe('the stand-in for MongoDB', () => {
    const uri = (given: string = password) =>
      `mongodb://${user}:${given}@127.0.0.1:${mongodb.port}/?replicaSet=secantus`

    test('keeps documents', async () => {
      await opened({ MONGODB_URI: uri(), MONGODB_TLS_CA_FILE: files.authority }, async ({ storeOf }) => {
        const things = await storeOf('secured').collection('things', { indexes: [] })
        await things.insert({ _id: 'one', version: 1 } as never)
        assert.equal((await things.get('one'))?.version, 1)
      })
    })

    const refused = {
      'another password': {
        settings: () => ({ MONGODB_URI: uri(wrong), MONGODB_TLS_CA_FILE: files.authority }),
        message: /authentication/i,
      },
      'an authority that did not sign its certificate': {
        settings: () => ({ MONGODB_URI: uri(), MONGODB_TLS_CA_FILE: files.stranger }),
        message: /certificate/,
      },
      'no TLS': { settings: () => ({ MONGODB_URI: uri() }), message: /MongoDB cannot serve/ },
    }
    for (const [what, { settings, message }] of Object.entries(refused)) {
      test(`is unavailable with ${what}`, async () => {
        await opened(settings(), async ({ storeOf }) => {
          await assert.rejects(storeOf('secured').ping(), (error) => {
            assert.ok(error instanceof Unavailable)
            assert.match(error.message, message)
            assert.doesNotMatch(error.message, /swordfish/)
            return true
          })
        })
      })
    }
  })

  describe('Elasticsearch behind a proxy', () => {
    const url = () => `https://127.0.0.1:${proxy.port}`
    const spec = { name: 'secured', text: ['title'], keywords: [], numbers: [] }
    const credentials = { ELASTICSEARCH_USERNAME: user, ELASTICSEARCH_PASSWORD: password }
    const taken: Record<string, () => Record<string, string>> = {
      'a user and a password': () => ({ ELASTICSEARCH_URL: url(), ...credentials }),
      'a user and a password in the address': () => ({
        ELASTICSEARCH_URL: url().replace('//', `//${user}:${password}@`),
      }),
      'an API key': () => ({ ELASTICSEARCH_URL: url(), ELASTICSEARCH_API_KEY: apiKey }),
    }
    for (const [how, settings] of Object.entries(taken)) {
      test(`keeps what is put by ${how}`, async () => {
        const log = await opened({ ...settings(), ELASTICSEARCH_CA_FILE: files.authority }, async ({ indexesOf }) => {
          const indexes = indexesOf('secured')
          await indexes.open(spec)
          await indexes.ping()
        })
        assert.ok(!log.includes(apiKey) && !log.includes(basic))
      })
    }

    const refused = {
      'another password': {
        settings: () => ({
          ...credentials,
          ELASTICSEARCH_URL: url(),
          ELASTICSEARCH_PASSWORD: wrong,
          ELASTICSEARCH_CA_FILE: files.authority,
        }),
        message: /unable to authenticate/,
      },
      'no credentials': {
        settings: () => ({ ELASTICSEARCH_URL: url(), ELASTICSEARCH_CA_FILE: files.authority }),
        message: /unable to authenticate/,
      },
      'an authority that did not sign its certificate': {
        settings: () => ({ ...credentials, ELASTICSEARCH_URL: url(), ELASTICSEARCH_CA_FILE: files.stranger }),
        message: /certificate/,
      },
      'no TLS': {
        settings: () => ({ ELASTICSEARCH_URL: url().replace('https', 'http') }),
        message: /Elasticsearch cannot serve/,
      },
    }
    for (const [what, { settings, message }] of Object.entries(refused)) {
      test(`is unavailable with ${what}`, async () => {
        await opened(settings(), async ({ indexesOf }) => {
          await assert.rejects(indexesOf('secured').open(spec), (error) => {
            assert.ok(error instanceof Unavailable, String(error))
            assert.match(error.message, message)
            return true
          })
        })
      })
    }
  })
})
