import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Engines, freePorts, missingTools, startEngines } from '@techbridge/engines'
import { type OtlpReceiver, startOtlpReceiver } from '@techbridge/testkit'
import { interpolated, techbridge } from './compose.ts'
import { Container } from './container.ts'
import { run } from './go-tools.ts'
import { copyIntoImage, image } from './image.ts'
import { startIssuer } from './issuer.ts'

const skip =
  process.env.TECHBRIDGE_ENGINES !== '1'
    ? 'set TECHBRIDGE_ENGINES=1 to start the image’s commands on Kafka, MongoDB and Elasticsearch'
    : missingTools().join('\n') || false

describe('the image, with the variables of docker-compose.yml', { skip, timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-deploy-'))
  const app = join(folder, 'app')
  const containers = new Map<string, Container>()
  const urls: Record<string, string> = {}
  let engines: Engines
  let issuer: Awaited<ReturnType<typeof startIssuer>>
  let collector: OtlpReceiver

  before(async () => {
    chmodSync(folder, 0o755)
    copyIntoImage(app)
    const [npm, ...args] = image.install.split(' ')
    await run(npm!, args, { cwd: app })
    engines = await startEngines({ dataDir: join(folder, 'engines') })
    const audience = 'deployed'
    issuer = await startIssuer(audience)
    collector = await startOtlpReceiver()

    const ports = await freePorts(techbridge.length)
    const address = (url: string) => url.replace(/^\w+:\/\//, '').replace(/\/.*$/, '')
    const here: Record<string, string> = {
      'kafka:9092': engines.kafka.brokers[0]!,
      'mongodb:27017': address(engines.mongodb.uri),
      'replicaSet=rs0': engines.mongodb.uri.split('?')[1]!,
      'elasticsearch:9200': address(engines.elasticsearch.url),
      'otel-collector:4318': address(collector.url),
      ...Object.fromEntries(techbridge.map(([name], at) => [`${name}:8080`, `127.0.0.1:${ports[at]}`])),
    }
    const moved = (text: string) =>
      Object.entries(here).reduce((moved, [there, here]) => moved.replaceAll(there, here), text)
    const given = {
      AUTH_JWKS_URL: issuer.jwksUrl,
      AUTH_ISSUER: issuer.issuer,
      AUTH_AUDIENCE: audience,
      SECRET: 'x'.repeat(32),
    }

    for (const [at, [name, { command = image.command, environment = {} }]] of techbridge.entries()) {
      const settings = Object.entries(interpolated(environment, given)).map(([key, value]) => [key, moved(value)])
      const place = { HOST: '127.0.0.1', PORT: String(ports[at]) }
      const variables = { ...image.environment, ...Object.fromEntries(settings), ...place }
      containers.set(name, new Container(name, command, app, variables))
      urls[name] = `http://127.0.0.1:${ports[at]}`
    }
  })

  after(async () => {
    await Promise.all([...containers.values()].map((container) => container.stop()))
    await engines?.stop()
    await Promise.all([issuer?.close(), collector?.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [name] of techbridge) {
    test(`makes ${name} healthy`, () => containers.get(name)!.healthy())
  }

  test('answers those whom the issuer signed in, through the gateway, and no others', async () => {
    const matches = (token: string) =>
      fetch(`${urls.gateway}/v1/matches`, { headers: { Authorization: `Bearer ${token}` } })
    const answer = await matches(issuer.officer)
    assert.equal(answer.status, 200, await answer.clone().text())
    assert.deepEqual(await answer.json(), { items: [] })
    assert.equal((await matches(`${issuer.officer.slice(0, -6)}AAAAAA`)).status, 401)
  })

  test('ends by itself when asked to, and has told the collector of each service by then', async () => {
    for (const [name, container] of containers) assert.equal(await container.stop(), 0, name)
    for (const name of containers.keys()) {
      const isHeardOf = collector.raw.some((body) => body.includes(`techbridge-${name}`))
      assert.equal(isHeardOf, name !== 'gateway', name)
    }
  })
})
