import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readConfig } from '@techbridge/process'
import { DCLinter } from 'dclint'
import { parse } from 'yaml'
import { type ComposeService, components, compose, composeText, interpolated, root, techbridge } from './compose.ts'
import { image } from './image.ts'
import { unknownSettings } from './settings.ts'

interface Linted {
  messages: { type: string; line: number; message: string }[]
}

const services = Object.entries(compose.services)
const environmentOf = ({ environment = {} }: ComposeService) => ({ ...image.environment, ...environment })
const given = {
  AUTH_JWKS_URL: 'https://issuer.example/jwks',
  AUTH_ISSUER: 'https://issuer.example',
  SECRET: 'x'.repeat(32),
}

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose Specification and without errors by its linter', () => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] })
    const results: Linted[] = linter.lintFiles([join(root, 'docker-compose.yml')], false)
    const found = results.flatMap(({ messages }) => messages)
    assert.deepEqual(
      found.filter(({ type }) => type === 'error').map(({ line, message }) => `${line}: ${message}`),
      [],
    )
  })

  test('has every service of Techbridge and the gateway, on one image', () => {
    assert.deepEqual(techbridge.map(([name]) => name).sort(), components)
    assert.equal(new Set(techbridge.map(([, { build }]) => JSON.stringify(build))).size, 1)
  })

  test('starts again what ends, and checks the health of all that can be asked', () => {
    for (const [name, { restart, healthcheck, build }] of services) {
      assert.equal(restart, 'unless-stopped', name)
      const isChecked = healthcheck !== undefined || (build !== undefined && image.healthcheck.length > 0)
      // The image of the collector holds the collector alone, which cannot ask itself.
      assert.equal(isChecked, name !== 'otel-collector', `${name} has a health check`)
    }
  })

  test('names each image with a version', () => {
    for (const [name, { image, build }] of services) {
      if (!build) assert.match(image ?? '', /^[\w./-]+:\d+(\.\d+)+$/, name)
    }
  })

  test('keeps what the engines store in named volumes', () => {
    for (const name of ['kafka', 'mongodb', 'elasticsearch']) {
      const sources = compose.services[name]?.volumes?.map((volume) => volume.split(':')[0]!) ?? []
      assert.ok(sources.length > 0, name)
      for (const source of sources) assert.ok(source in compose.volumes, `${name}: ${source} is declared`)
    }
  })

  test('gives Kafka the folder for its data that the volume is mounted on', () => {
    const { environment, volumes } = compose.services.kafka!
    assert.deepEqual(volumes, [`kafka:${environment?.KAFKA_LOG_DIRS}`])
  })

  test('mounts only files that are here, the dashboards where their provisioning looks for them', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes).filter((volume) => volume.startsWith('./'))
    for (const mount of mounts) assert.ok(existsSync(join(root, mount.split(':')[0]!)), mount)
    const provisioning = parse(readFileSync(join(root, 'infra/otel/grafana/provisioning/dashboards.yaml'), 'utf8'))
    const targets = mounts.map((mount) => mount.split(':')[1])
    for (const { options } of provisioning.providers) assert.ok(targets.includes(options.path), options.path)
  })

  test('says in its head what each variable is for', () => {
    const head = composeText.slice(0, composeText.indexOf('\nname:'))
    for (const [, name] of composeText.matchAll(/\$\{(\w+)/g)) assert.match(head, new RegExp(`^# ${name} {2,}\\w`, 'm'))
  })

  test('says what to set when a variable is missing', () => {
    for (const [, name, help] of composeText.matchAll(/\$\{(\w+):\?([^}]*)\}/g))
      assert.match(help!, /^set it to /, name!)
    const { environment } = compose.services.offers!
    const { SECRET: _, ...others } = given
    assert.throws(() => interpolated(environment!, others), /SECRET: set it to/)
  })

  for (const [name, service] of techbridge) {
    test(`gives ${name} settings that it knows, and that are right`, async () => {
      assert.deepEqual(await unknownSettings(name, Object.keys(service.environment ?? {})), [])
      if (name === 'gateway') return
      assert.equal(service.environment?.SERVICE, name)
      readConfig(interpolated(environmentOf(service), given))
    })

    test(`sends ${name} only to services that are there, and starts it after the engines that it needs`, () => {
      const addresses = Object.values(service.environment ?? {}).flatMap((value) =>
        [...value.matchAll(/(?:^|\/\/)([\w-]+):\d+/g)].map(([, host]) => host!),
      )
      assert.ok(addresses.length > 0)
      const dependencies = service.depends_on ?? []
      const awaited = Array.isArray(dependencies) ? dependencies : Object.keys(dependencies)
      // Telemetry that cannot be sent keeps nobody from work.
      assert.deepEqual(awaited.sort(), addresses.filter((host) => host !== 'otel-collector').sort())
      for (const host of addresses) assert.ok(host in compose.services, host)
    })
  }
})

describe('infra/docker/Dockerfile', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  test('has the Node that everything here is tested on', () => {
    assert.deepEqual(new Set(image.bases), new Set([`node:${manifest.dependencies.node}-slim`]))
  })

  test('sets nothing that the services do not know', async () => {
    assert.deepEqual(await unknownSettings('offers', Object.keys(image.environment)), [])
  })

  test('does not run as root, and says so by number', () => assert.match(image.user, /^[1-9]\d*:[1-9]\d*$/))
})
