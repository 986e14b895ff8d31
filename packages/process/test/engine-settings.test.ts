import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { BadConfig } from '../src/bad-config.ts'
import { readConfig } from '../src/config.ts'
import { engineConnections } from '../src/engine-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'techbridge-credentials-'))
after(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Of an authority whose private key nobody has. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIUWGDsLTYlYDA2vU1tD4hnPLVRYmswCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPdGVjaGJyaWRnZSB0ZXN0MCAXDTI2MTEyNjExMDI0NloYDzIx
MjYxMTAyMTEwMjQ2WjAaMRgwFgYDVQQDDA90ZWNoYnJpZGdlIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATeyRQyvu99Ih9MZDcKwJudtkDSGA2codprYfeR
y/e7J1+SK7UAyqnLv3OO0ZVppWZ61sW1GZTkN+kjpV0FrVtAo1MwUTAdBgNVHQ4E
FgQUQpVfjwZGXZZSCGA/1IQpGJZExZcwHwYDVR0jBBgwFoAUQpVfjwZGXZZSCGA/
1IQpGJZExZcwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBAKmhR
znhcAo4pA8lzMg8bbptAW/HDIGnJO7M+tv6aLwIgH8/hyUp0nMBeDSRPhCKJBNdR
mNd0GiUO3Vc7HW0xf58=
-----END CERTIFICATE-----`
const ca = file('ca.pem', `# comment\n${certificate}\n${certificate}\n`)
const noCertificate = file('no.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
const otherKey = file(
  'other.key',
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
)
const empty = file('empty', '\n')
const password = 'sword fish'
const passwordFile = file('password', `${password}\r\n`)

const base = { AUTH_DEV: '1', SECRET: 's'.repeat(32) }
const kafka = { ...base, KAFKA_BROKERS: 'kafka:9093' }
const signedIn = {
  ...kafka,
  KAFKA_SSL: '1',
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  KAFKA_SASL_USERNAME: 'techbridge',
  KAFKA_SASL_PASSWORD: password,
}
const mongodb = { ...base, MONGODB_URI: 'mongodb://host/?replicaSet=rs0' }
const elasticsearch = { ...base, ELASTICSEARCH_URL: 'https://host:9200' }
const identified = { ELASTICSEARCH_USERNAME: 'techbridge', ELASTICSEARCH_PASSWORD: password }

const connections = (environment: Record<string, string>) => engineConnections(readConfig(environment))

describe('encryption and credentials of the engines', () => {
  test('are off unless they are set', () => {
    assert.deepEqual(connections(base), {})
    assert.deepEqual(connections(kafka), { kafka: {} })
    assert.deepEqual(connections(mongodb), {})
    assert.deepEqual(connections(elasticsearch), { elasticsearch: {} })
  })

  test('are read from files and settings', () => {
    const sasl = { mechanism: 'scram-sha-512', username: 'techbridge', password }
    const twice = `${certificate}\n${certificate}`
    assert.deepEqual(connections({ ...signedIn, KAFKA_SSL_CA_FILE: ca }), { kafka: { ssl: { ca: twice }, sasl } })
    const byFile = { ...signedIn, KAFKA_SASL_PASSWORD: '', KAFKA_SASL_PASSWORD_FILE: passwordFile }
    assert.deepEqual(connections(byFile), { kafka: { ssl: {}, sasl } })
    assert.deepEqual(connections({ ...mongodb, MONGODB_TLS: '1' }), { mongodb: { tls: true } })
    assert.deepEqual(connections({ ...mongodb, MONGODB_TLS_CA_FILE: ca }), { mongodb: { tls: true, tlsCAFile: ca } })
    assert.deepEqual(connections({ ...elasticsearch, ...identified, ELASTICSEARCH_CA_FILE: ca }), {
      elasticsearch: { tls: { ca: twice }, auth: { username: 'techbridge', password } },
    })
    assert.deepEqual(connections({ ...elasticsearch, ELASTICSEARCH_API_KEY_FILE: passwordFile }), {
      elasticsearch: { auth: { apiKey: password } },
    })
  })

  test('go unencrypted to this machine alone', () => {
    const local = { ...signedIn, KAFKA_SSL: '', KAFKA_SASL_MECHANISM: 'plain' }
    for (const KAFKA_BROKERS of ['127.0.0.1:9092', 'localhost:1,[::1]:2']) connections({ ...local, KAFKA_BROKERS })
    connections({ ...elasticsearch, ...identified, ELASTICSEARCH_URL: 'http://[::1]:9200' })
  })

  const wrong: Record<string, [settings: Record<string, string>, message: RegExp]> = {
    'TLS that is neither on nor off': [{ ...kafka, KAFKA_SSL: 'true' }, /^KAFKA_SSL: /],
    'an unknown mechanism': [{ ...signedIn, KAFKA_SASL_MECHANISM: 'gssapi' }, /^KAFKA_SASL_MECHANISM: /],
    'TLS for brokers that are not named': [{ ...base, KAFKA_SSL: '1' }, /^KAFKA_SSL: is for KAFKA_BROKERS/],
    'a user for brokers that are not named': [
      { ...base, KAFKA_SASL_USERNAME: 'x' },
      /^KAFKA_SASL_USERNAME: is for KAFKA_BROKERS/,
    ],
    'an authority for no database': [{ ...base, MONGODB_TLS_CA_FILE: ca }, /^MONGODB_TLS_CA_FILE: is for MONGODB_URI/],
    'an API key for no index': [
      { ...base, ELASTICSEARCH_API_KEY: password },
      /^ELASTICSEARCH_API_KEY: is for ELASTICSEARCH_URL/,
    ],
    'an authority without TLS': [
      { ...kafka, KAFKA_SSL_CA_FILE: ca },
      /^KAFKA_SSL_CA_FILE: is for TLS; set KAFKA_SSL=1/,
    ],
    'a certificate without its key': [
      { ...kafka, KAFKA_SSL: '1', KAFKA_SSL_CERT_FILE: ca },
      /^KAFKA_SSL_KEY_FILE: is needed with KAFKA_SSL_CERT_FILE/,
    ],
    'a key without its certificate': [
      { ...kafka, KAFKA_SSL: '1', KAFKA_SSL_KEY_FILE: otherKey },
      /^KAFKA_SSL_CERT_FILE: is needed with KAFKA_SSL_KEY_FILE/,
    ],
    'the key of another certificate': [
      { ...kafka, KAFKA_SSL: '1', KAFKA_SSL_CERT_FILE: ca, KAFKA_SSL_KEY_FILE: otherKey },
      /^KAFKA_SSL_KEY_FILE: .* holds no private key in PEM that belongs/,
    ],
    'a file that is not there': [
      { ...kafka, KAFKA_SSL: '1', KAFKA_SSL_CA_FILE: join(folder, 'gone') },
      /^KAFKA_SSL_CA_FILE: cannot read .*gone \(ENOENT\)/,
    ],
    'a folder': [{ ...mongodb, MONGODB_TLS_CA_FILE: folder }, /^MONGODB_TLS_CA_FILE: cannot read .* \(EISDIR\)/],
    'a file without a certificate': [
      { ...elasticsearch, ELASTICSEARCH_CA_FILE: passwordFile },
      /^ELASTICSEARCH_CA_FILE: .* holds no certificate in PEM/,
    ],
    'a certificate that is none': [
      { ...elasticsearch, ELASTICSEARCH_CA_FILE: noCertificate },
      /^ELASTICSEARCH_CA_FILE: .* holds no certificate in PEM/,
    ],
    'a client of MongoDB without a key': [
      { ...mongodb, MONGODB_TLS_CERT_KEY_FILE: ca },
      /^MONGODB_TLS_CERT_KEY_FILE: .* holds no private key/,
    ],
    'TLS that the address turns off': [
      { ...mongodb, MONGODB_URI: 'mongodb://host/?tls=false', MONGODB_TLS_CA_FILE: ca },
      /^MONGODB_TLS_CA_FILE: is for TLS, and MONGODB_URI turns that off/,
    ],
    'an authority for plain HTTP': [
      { ...elasticsearch, ELASTICSEARCH_URL: 'http://host', ELASTICSEARCH_CA_FILE: ca },
      /^ELASTICSEARCH_CA_FILE: is for TLS/,
    ],
    'a mechanism without a user': [
      { ...signedIn, KAFKA_SASL_USERNAME: '' },
      /^KAFKA_SASL_USERNAME: is needed with KAFKA_SASL_MECHANISM/,
    ],
    'a mechanism without a password': [
      { ...signedIn, KAFKA_SASL_PASSWORD: '' },
      /^KAFKA_SASL_PASSWORD: is needed with KAFKA_SASL_MECHANISM/,
    ],
    'a password without a mechanism': [
      { ...signedIn, KAFKA_SASL_MECHANISM: '', KAFKA_SASL_USERNAME: '' },
      /^KAFKA_SASL_MECHANISM: is needed with KAFKA_SASL_PASSWORD/,
    ],
    'a password twice': [
      { ...signedIn, KAFKA_SASL_PASSWORD_FILE: passwordFile },
      /^KAFKA_SASL_PASSWORD: set either this or KAFKA_SASL_PASSWORD_FILE/,
    ],
    'an empty file for a password': [
      { ...signedIn, KAFKA_SASL_PASSWORD: '', KAFKA_SASL_PASSWORD_FILE: empty },
      /^KAFKA_SASL_PASSWORD_FILE: .* is empty/,
    ],
    'a password that others can read': [
      { ...signedIn, KAFKA_SSL: '0', KAFKA_SASL_MECHANISM: 'plain' },
      /^KAFKA_SASL_MECHANISM: plain sends the password as it is/,
    ],
    'an API key that others can read': [
      { ...elasticsearch, ELASTICSEARCH_URL: 'http://host:9200', ELASTICSEARCH_API_KEY: password },
      /^ELASTICSEARCH_API_KEY: would be sent as it is/,
    ],
    'a user without a password': [
      { ...elasticsearch, ELASTICSEARCH_USERNAME: 'x' },
      /^ELASTICSEARCH_PASSWORD: is needed with ELASTICSEARCH_USERNAME/,
    ],
    'a password without a user': [
      { ...elasticsearch, ELASTICSEARCH_PASSWORD_FILE: passwordFile },
      /^ELASTICSEARCH_USERNAME: is needed with ELASTICSEARCH_PASSWORD_FILE/,
    ],
    'a user and an API key': [
      { ...elasticsearch, ...identified, ELASTICSEARCH_API_KEY: password },
      /^ELASTICSEARCH_API_KEY: set either an API key or/,
    ],
    'two users': [
      { ...elasticsearch, ...identified, ELASTICSEARCH_URL: 'https://a:b@host' },
      /^ELASTICSEARCH_USERNAME: set either this or a user in ELASTICSEARCH_URL/,
    ],
  }
  for (const [what, [settings, message]] of Object.entries(wrong)) {
    test(`refuse ${what}, by name`, () => {
      const refusal = (error: unknown) => {
        assert.ok(error instanceof BadConfig, String(error))
        assert.match(error.message, message)
        assert.doesNotMatch(error.message, /sword fish/)
        return true
      }
      assert.throws(() => readConfig(settings), refusal)
    })
  }
})
