import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { BadConfig } from '../src/bad-config.ts'
import { configOf, describeConfig, processConfig, readConfig } from '../src/config.ts'

const sound = { AUTH_DEV: '1' }
const complaint = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
  } catch (error) {
    assert.ok(error instanceof BadConfig)
    return error.message
  }
  return assert.fail('nothing was wrong')
}

describe('settings', () => {
  test('have defaults, and others of the environment are left alone', () => {
    assert.partialDeepStrictEqual(readConfig({ ...sound, PATH: '/bin' }), {
      HOST: '127.0.0.1',
      PORT: 8080,
      LOG_LEVEL: 'info',
    })
    assert.equal(readConfig({ ...sound, PORT: '0' }).PORT, 0)
  })

  const wrong: [string, string][] = [
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['AUTH_DEV', 'yes'],
    ['AUTH_JWKS_URL', 'keys.json'],
    ['LOG_LEVEL', 'loud'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['REQUESTS_PER_MINUTE', 'many'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', '11'],
    ['KAFKA_BROKERS', 'localhost'],
    ['KAFKA_BROKERS', 'a:9092 b:9092'],
    ['KAFKA_REPLICAS', '0'],
    ['DNS_SERVERS', 'dns.example.org'],
    ['DNS_SERVERS', '127.0.0.1,,'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ]
  for (const [name, value] of wrong) {
    test(`${name}=${value} is refused by name`, () => {
      assert.match(complaint({ ...sound, [name]: value }), new RegExp(`^${name}: `))
    })
  }

  const wrongAddresses: Record<string, string[]> = {
    MONGODB_URI: [
      'localhost:27017',
      'http://host',
      'mongodb://',
      'mongodb://user:p%ss@host',
      'mongodb://user:p@ss@host',
      'mongodb://user:p/ss@host',
      'mongodb://user:p#ss@host',
      'mongodb://us%er:secret@host',
      'mongodb://:secret@host',
      'mongodb://host:port',
      'mongodb://host:65536',
      'mongodb://a:27017,,b:27017',
      'mongodb+srv://a,b',
      'mongodb+srv://host:27017',
      'mongodb://host/?appName=%',
    ],
    ELASTICSEARCH_URL: [
      'localhost:9200',
      'host',
      'ftp://host',
      'https://',
      'https://user:p%ss@host',
      'https://us%er:secret@host',
      'https://user:p#ss@host',
    ],
    AUTH_JWKS_URL: ['issuer:8080/jwks', '/jwks', 'file:///jwks', 'issuer.example.org'],
  }
  const needed = { ...sound, SECRET: 's'.repeat(32) }
  for (const [name, values] of Object.entries(wrongAddresses)) {
    for (const value of values) {
      test(`${name}=${value} is refused by name and not repeated`, () => {
        const told = complaint({ ...needed, [name]: value })
        assert.match(told, new RegExp(`^${name}: must be .*`))
        assert.doesNotMatch(told, /p[%@/#]ss|secret/)
      })
    }
  }

  const soundAddresses: Record<string, string[]> = {
    MONGODB_URI: [
      'mongodb://host',
      'mongodb://127.0.0.1:27017/?replicaSet=rs0',
      'mongodb://user:p%25%40%2Fss%3A@a:1,b:2,[::1]:27017/db?authSource=admin&tls=true',
      'mongodb://user@host/?authMechanism=MONGODB-X509',
      'mongodb+srv://user:secret@cluster.example.org/?retryWrites=true',
      'mongodb://%2Ftmp%2Fmongodb-27017.sock',
    ],
    ELASTICSEARCH_URL: ['http://localhost:9200', 'https://user:p%25ss@host/path/', 'HTTPS://[::1]:9200'],
    AUTH_JWKS_URL: [
      'http://127.0.0.1:8080/jwks',
      'http://[::1]:8080/jwks',
      'https://issuer.example.org/keys?version=1',
    ],
  }
  for (const [name, values] of Object.entries(soundAddresses)) {
    for (const value of values) {
      test(`${name}=${value} is taken as it is`, () => {
        assert.equal(readConfig({ ...needed, [name]: value })[name as keyof typeof processConfig.shape], value)
      })
    }
  }

  test('a secret that is too short is refused and not repeated', () => {
    const told = complaint({ ...sound, SECRET: 'sesame' })
    assert.match(told, /^SECRET: /)
    assert.doesNotMatch(told, /sesame/)
  })

  test('that are several times wrong are all named', () => {
    const lines = complaint({ PORT: 'x', LOG_LEVEL: 'x', AUTH_DEV: 'x' }).split('\n')
    assert.deepEqual(lines.map((line) => line.split(':')[0]).toSorted(), ['AUTH_DEV', 'LOG_LEVEL', 'PORT'])
  })

  test('that are empty count as not given', () => {
    assert.equal(readConfig({ ...sound, PORT: '', LOG_LEVEL: '', HOST: '' }).PORT, 8080)
  })

  test('open the development issuer on a loopback address alone', () => {
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) readConfig({ AUTH_DEV: '1', HOST })
    for (const HOST of ['0.0.0.0', '::', '192.168.1.1', 'example.org', '127.0.0.1.example.org']) {
      assert.match(complaint({ AUTH_DEV: '1', HOST }), /^AUTH_DEV: /)
    }
  })

  test('need the keys of an issuer otherwise', () => {
    assert.match(complaint({}), /^AUTH_JWKS_URL: /)
    readConfig({ AUTH_JWKS_URL: 'https://issuer.example.org/keys', HOST: '0.0.0.0' })
  })
})

test('what instances share needs a secret that they share', () => {
  const shared = { KAFKA_BROKERS: 'a:9092', MONGODB_URI: 'mongodb://a', ELASTICSEARCH_URL: 'http://a:9200' }
  for (const [name, value] of Object.entries(shared)) {
    assert.match(complaint({ ...sound, [name]: value }), new RegExp(`^SECRET: is needed with ${name}`))
    readConfig({ ...sound, [name]: value, SECRET: 's'.repeat(32) })
  }
})

test('a kind of process that takes fewer settings neither reads nor tells the others', () => {
  const schema = configOf('offers')
  assert.equal(readConfig({ ...sound, ELASTICSEARCH_URL: 'no URL' }, schema).ELASTICSEARCH_URL, undefined)
  assert.doesNotMatch(describeConfig(schema), /ELASTICSEARCH/)
  assert.match(describeConfig(schema), /MONGODB_URI/)
})

test('the help tells all settings', () => {
  for (const name of Object.keys(processConfig.shape)) assert.match(describeConfig(), new RegExp(`^ +${name} `, 'm'))
})
