import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { addressSetting, type Engine, groupsOf, rowOf, serviceNames, topics } from '@techbridge/contracts'
import { parse } from 'yaml'
import { chart } from './chart.ts'
import { components, compose, root } from './compose.ts'
import { image } from './image.ts'
import { helpOf, programOf } from './settings.ts'

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const manifest = serviceNames.map((name) => ({ name, ...rowOf(name)! }))
const addressOf = (service: string) => [addressSetting(service), `http://${service}:8080`] as const

/** The setting that has the address of an engine. */
const addresses = { mongodb: 'MONGODB_URI', elasticsearch: 'ELASTICSEARCH_URL' } as const satisfies Record<
  Engine,
  string
>

describe('services/', () => {
  test('has a folder for every service, the gateway and the console, and no others', () =>
    assert.deepEqual(readdirSync(join(root, 'services')).sort(), [...components, 'console'].sort()))

  for (const { name, engines } of manifest) {
    test(`${name} is a workspace whose program runs it, and takes the settings of its engines alone`, async () => {
      assert.equal(JSON.parse(read('services', name, 'package.json')).name, `@techbridge/service-${name}`)
      assert.ok(existsSync(join(root, programOf(name))))
      const help = await helpOf(programOf(name))
      assert.match(help, new RegExp(`^Runs the ${name} service\\.`))
      for (const [engine, setting] of Object.entries(addresses))
        assert.equal(help.includes(` ${setting} `), engines.includes(engine as Engine), `${setting} in --help`)
    })
  }
})

describe('docker-compose.yml', () => {
  for (const { name, engines } of manifest) {
    test(`runs ${name} on its engines`, () => {
      const environment = compose.services[name]?.environment ?? {}
      assert.equal(environment.SERVICE, name)
      assert.ok(environment.KAFKA_BROKERS, 'KAFKA_BROKERS')
      for (const [engine, setting] of Object.entries(addresses))
        assert.equal(setting in environment, engines.includes(engine as Engine), setting)
    })
  }

  test('runs the gateway', () => assert.deepEqual(compose.services.gateway?.command, ['node', programOf('gateway')]))

  test('tells the gateway where each service is, and starts it after them', () => {
    const { environment, depends_on } = compose.services.gateway!
    const others = Object.fromEntries(Object.entries(environment!).filter(([setting]) => setting.endsWith('_URL')))
    assert.deepEqual(others, Object.fromEntries(serviceNames.map(addressOf)))
    assert.deepEqual([...(depends_on as string[])].sort(), [...serviceNames].sort())
  })
})

describe('infra/k8s', () => {
  interface Component {
    engines?: string[]
    groups?: string[]
    command?: string[]
    autoscaling?: { maxReplicas?: number }
  }
  const values: { components: Record<string, Component>; defaults: Component } = parse(
    readFileSync(join(chart, 'values.yaml'), 'utf8'),
  )

  test('has a component for every service and the gateway, in the values and in their schema', () => {
    assert.deepEqual(Object.keys(values.components).sort(), components)
    const { properties } = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8'))
    assert.deepEqual(Object.keys(properties.components.properties).sort(), components)
  })

  test('runs the gateway', () => assert.deepEqual(values.components.gateway?.command, ['node', programOf('gateway')]))

  for (const { name, engines, groups } of manifest) {
    test(`runs ${name} on its engines, and scales it by the lag of its groups`, () => {
      const component = values.components[name] ?? {}
      assert.deepEqual([...(component.engines ?? [])].sort(), ['kafka', ...engines].sort())
      assert.deepEqual(component.groups ?? [], groupsOf(name))
      const partitions = Object.values(groups).flatMap(({ reads }) => reads.map((topic) => topics[topic].partitions))
      const { maxReplicas } = { ...values.defaults.autoscaling, ...component.autoscaling }
      assert.ok(maxReplicas! <= Math.min(...partitions, Number.POSITIVE_INFINITY), 'more replicas would idle')
    })
  }
})

describe('infra/docker/Dockerfile', () => {
  test('names every service to whom names none', () =>
    assert.ok(image.command.join(' ').includes(`SERVICE:?is one of ${serviceNames.join(', ')}}`)))
})
