import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { groups, groupsOf, topics } from '@techbridge/contracts'
import { readConfig } from '@techbridge/process'
import { makeCertificates } from './certificates.ts'
import { chart, componentOf, kubernetes, type Manifest, manifestsOf, ofKind, render, valuesFiles } from './chart.ts'
import { components } from './compose.ts'
import { goTool, run, whyNoGoTools } from './go-tools.ts'
import { image } from './image.ts'
import { unknownSettings } from './settings.ts'

const skip = whyNoGoTools()
const minimal = valuesFiles[0]!

/** What a secret may hold. */
const soundSecret = (name: string) =>
  (name === 'ELASTICSEARCH_URL' ? 'https://user:secret@x' : 'mongodb://x').padEnd(32, 'x')

const mounted = '/etc/techbridge/credentials/'
/** What the files of a pod may be. */
const soundFiles = ({ authority, client }: ReturnType<typeof makeCertificates>): Record<string, string> => ({
  'kafka-ca.pem': authority,
  'kafka-client.pem': client.certificate,
  'kafka-client-key.pem': client.key,
  'mongodb-ca.pem': authority,
  'mongodb-client.pem': client.both,
  'elasticsearch-ca.pem': authority,
})

for (const valuesFile of valuesFiles) {
  const isOpen = valuesFile.includes('open')
  describe(`the chart with ${basename(valuesFile)}`, { skip }, () => {
    let rendered: string
    let manifests: Manifest[]
    const folder = mkdtempSync(join(tmpdir(), 'techbridge-chart-'))
    let files: Record<string, string>
    after(() => rmSync(folder, { recursive: true }))
    const podOf = (deployment: Manifest) => deployment.spec.template.spec
    const containerOf = (deployment: Manifest) => podOf(deployment).containers[0]
    before(async () => {
      rendered = await render(valuesFile)
      manifests = manifestsOf(rendered)
      files = soundFiles(makeCertificates(folder))
    })

    test('passes the linter of Helm', async () => {
      await run(await goTool('helm'), ['lint', chart, '--strict', '--values', valuesFile])
    })

    test('is what Kubernetes takes', async () => {
      writeFileSync(join(folder, 'chart.yaml'), rendered)
      await run(await goTool('kubectl-validate'), ['--version', kubernetes, join(folder, 'chart.yaml')])
    })

    test('has of every component what it needs to run and to keep running', () => {
      for (const kind of ['Deployment', 'Service', 'ConfigMap', 'PodDisruptionBudget']) {
        assert.deepEqual(ofKind(manifests, kind).map(componentOf).sort(), components, kind)
      }
    })

    test('selects its own pods and no others', () => {
      const labels = ofKind(manifests, 'Deployment').map(({ spec }) => spec.template.metadata.labels)
      for (const { kind, metadata, spec } of manifests) {
        const selector = { Service: spec?.selector, PodDisruptionBudget: spec?.selector?.matchLabels }[kind]
        if (!selector) continue
        const selected = labels.filter((one) => Object.entries(selector).every(([name, value]) => one[name] === value))
        assert.equal(selected.length, 1, `${kind} ${metadata.name}`)
      }
    })

    for (const component of components) {
      test(`gives ${component} settings that it knows, and that are right`, async () => {
        const deployment = ofKind(manifests, 'Deployment').find((one) => componentOf(one) === component)!
        const { envFrom, env = [] } = containerOf(deployment)
        const [{ configMapRef }] = envFrom
        const { data } = manifests.find(
          ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name,
        )!
        const secret = Object.fromEntries(env.map(({ name }: { name: string }) => [name, soundSecret(name)]))
        assert.deepEqual(await unknownSettings(component, [...Object.keys(data!), ...Object.keys(secret)]), [])
        if (component === 'gateway') return
        assert.equal(data!.SERVICE, component)
        const given = (podOf(deployment).volumes ?? []).flatMap(({ secret }: any) => secret.items)
        const here = Object.entries(data!).map(([name, value]) => {
          if (!value.startsWith(mounted)) return [name, value]
          const path = value.slice(mounted.length)
          assert.ok(
            given.some((item: { path: string }) => item.path === path),
            `${name} names a file that is there`,
          )
          return [name, files[path]]
        })
        const config = readConfig({ ...image.environment, ...secret, ...Object.fromEntries(here) })
        if (isOpen) return
        assert.equal(config.KAFKA_SSL, '1')
        assert.ok(config.KAFKA_SASL_MECHANISM && config.KAFKA_SASL_PASSWORD)
        if (data!.ELASTICSEARCH_URL) assert.match(data!.ELASTICSEARCH_URL, /^https:/)
        if (secret.MONGODB_URI) assert.equal(config.MONGODB_TLS, '1')
      })
    }

    test('has no secret, only names of secrets', () => {
      for (const deployment of ofKind(manifests, 'Deployment')) {
        for (const { name, valueFrom } of containerOf(deployment).env ?? []) {
          assert.equal(valueFrom?.secretKeyRef?.name, 'techbridge', name)
        }
      }
      assert.deepEqual(ofKind(manifests, 'Secret'), [])
      for (const { data } of ofKind(manifests, 'ConfigMap')) assert.ok(!('SECRET' in data!))
      assert.doesNotMatch(rendered, /:\/\/[^/\s"]*@/)
    })

    test('lets every component reach what it needs, and be reached by whom it serves, alone', () => {
      const policies = ofKind(manifests, 'NetworkPolicy')
      assert.deepEqual(policies.map(componentOf).sort(), isOpen ? [] : components)
      for (const policy of policies) {
        const { policyTypes, ingress, egress } = policy.spec
        assert.deepEqual(policyTypes, ['Ingress', 'Egress'])
        const [dns] = egress.filter(({ ports }: any) => ports.some(({ protocol }: any) => protocol === 'UDP'))
        assert.deepEqual(
          dns.ports.map(({ port, protocol }: any) => `${protocol} ${port}`),
          ['TCP 53', 'UDP 53'],
        )
        assert.ok(dns.to.length > 0)
        const component = componentOf(policy)
        const names = (peers: any[]) =>
          peers.map(({ podSelector }) => podSelector.matchLabels['app.kubernetes.io/component'])
        const reached = egress.filter((rule: any) => rule !== dns)
        if (component === 'gateway') {
          assert.deepEqual(
            names(reached[0].to).sort(),
            components.filter((name) => name !== 'gateway'),
          )
          continue
        }
        assert.deepEqual(names(ingress[0].from), ['gateway'])
        const { data } = ofKind(manifests, 'ConfigMap').find((one) => componentOf(one) === component)!
        const ports = reached.flatMap((rule: any) => rule.ports.map(({ port }: any) => port))
        const expected = [
          ...(data!.KAFKA_REPLICAS === '5' ? [9093, 9094] : [9093]),
          ...(data!.MONGODB_TLS ? [27017] : []),
          ...(data!.ELASTICSEARCH_URL ? [Number(new URL(data!.ELASTICSEARCH_URL).port || 443)] : []),
          443,
          ...(data!.EMBEDDINGS_URL ? [8443] : []),
          ...(data!.TRANSLATION_URL ? [9443] : []),
          ...(data!.OTEL_EXPORTER_OTLP_ENDPOINT ? [4318] : []),
        ]
        assert.deepEqual(ports, expected, component)
      }
    })

    test('sends the gateway to services that are there', () => {
      const names = ofKind(manifests, 'Service').map(({ metadata }) => metadata.name)
      const { data } = ofKind(manifests, 'ConfigMap').find((one) => componentOf(one) === 'gateway')!
      for (const url of Object.values(data!)) assert.ok(names.includes(new URL(url).hostname), url)
    })

    test('scales what consumes by its lag where that is measured, to no more than there are partitions, and all by their load', () => {
      const scalers = ofKind(manifests, 'HorizontalPodAutoscaler')
      const fixed = ofKind(manifests, 'Deployment').filter(({ spec }) => spec.replicas !== undefined)
      assert.deepEqual([...scalers, ...fixed].map(componentOf).sort(), components)
      const isMeasured = rendered.includes('OTEL_EXPORTER_OTLP_ENDPOINT')
      for (const scaler of scalers) {
        const component = componentOf(scaler)
        const external = scaler.spec.metrics.flatMap((metric: any) => metric.external ?? [])
        const { data } = ofKind(manifests, 'ConfigMap').find((one) => componentOf(one) === component)!
        const job = data!.OTEL_SERVICE_NAME
        assert.deepEqual(
          external.map(({ metric }: any) => metric.selector.matchLabels),
          isMeasured ? groupsOf(component).map((group) => ({ group, job })) : [],
        )
        assert.ok(scaler.spec.metrics.some(({ type }: { type: string }) => type === 'Resource'))
        for (const { metric } of external) assert.equal(metric.name, 'techbridge_consumer_lag')
        if (external.length > 0) assert.equal(job, scaler.spec.scaleTargetRef.name)
        const partitions = groupsOf(component).flatMap((group) =>
          groups[group].map((topic) => topics[topic].partitions),
        )
        assert.ok(scaler.spec.maxReplicas <= Math.min(...partitions, Number.POSITIVE_INFINITY))
      }
    })

    test('is without the rights that it does not need', () => {
      for (const deployment of ofKind(manifests, 'Deployment')) {
        const pod = podOf(deployment)
        assert.equal(pod.automountServiceAccountToken, false)
        assert.equal(pod.securityContext.runAsNonRoot, true)
        assert.equal(`${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`, image.user)
        const { allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities } =
          containerOf(deployment).securityContext
        assert.deepEqual([allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities.drop], [false, true, ['ALL']])
      }
    })

    test('rolls out and drains without a gap', () => {
      for (const deployment of ofKind(manifests, 'Deployment')) {
        const { startupProbe, livenessProbe, readinessProbe, lifecycle, resources } = containerOf(deployment)
        assert.equal(deployment.spec.strategy.rollingUpdate.maxUnavailable, 0)
        assert.equal(startupProbe.httpGet.path, '/health/live')
        assert.equal(livenessProbe.httpGet.path, '/health/live')
        const readiness = componentOf(deployment) === 'gateway' ? '/health/live' : '/health/ready'
        assert.equal(readinessProbe.httpGet.path, readiness)
        assert.ok(podOf(deployment).terminationGracePeriodSeconds >= lifecycle.preStop.sleep.seconds + 30)
        assert.ok(resources.requests.cpu && resources.requests.memory && resources.limits.memory)
      }
    })
  })
}

describe('the chart refuses', { skip }, () => {
  const missing = {
    'image.repository': /image\.repository: set it to where/,
    existingSecret: /existingSecret: set it to the name of a Secret/,
    'engines.kafka.brokers': /engines\.kafka\.brokers: set it to host:port/,
    'engines.kafka.sasl.username': /engines\.kafka\.sasl\.username: set it to the user/,
    'engines.kafka.sasl.passwordSecretKey': /engines\.kafka\.sasl\.passwordSecretKey: set it to the key/,
    'engines.mongodb.uriSecretKey': /engines\.mongodb\.uriSecretKey: set it to the key/,
    'engines.elasticsearch.apiKeySecretKey': /engines\.elasticsearch\.apiKeySecretKey: set it to the key/,
    'engines.elasticsearch.url': /engines\.elasticsearch\.url: set it to the address/,
    'auth.issuer': /auth\.issuer: set it to the issuer/,
    'auth.jwksUrl': /auth\.jwksUrl: set it to where/,
  }
  for (const [name, message] of Object.entries(missing)) {
    test(`to go without ${name}`, () => assert.rejects(render(minimal, { [name]: '' }), message))
  }
  const wrong = {
    'a key that it does not know': { values: { 'engines.postgres.uri': 'x' }, message: /postgres.*not allowed/ },
    'a setting that is a secret': { values: { 'settings.SECRET': 'x' }, message: /settings/ },
    'an API key for telemetry': { values: { 'settings.OTEL_EXPORTER_OTLP_HEADERS': 'x' }, message: /settings/ },
    'a password among the settings': { values: { 'settings.KAFKA_SASL_PASSWORD': 'x' }, message: /settings/ },
    'keys of an issuer over plain HTTP': {
      values: { 'auth.jwksUrl': 'http://issuer.example/jwks' },
      message: /jwksUrl/,
    },
    'TLS without https': { values: { 'engines.elasticsearch.url': 'http://x:9200' }, message: /url: must be https/ },
    'a database that nobody signs in at': {
      values: { 'engines.mongodb.uri': 'mongodb://x', 'engines.mongodb.uriSecretKey': '' },
      message: /engines\.mongodb\.uri: signs nobody in/,
    },
    'a password in an address': {
      values: { 'engines.mongodb.uri': 'mongodb://someone:password@host/' },
      message: /does not match pattern/,
    },
  }
  for (const [what, { values, message }] of Object.entries(wrong)) {
    test(what, () => assert.rejects(render(minimal, values as never), message))
  }
})
