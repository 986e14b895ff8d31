import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { alertRules, dashboards, queries, syntaxError } from './prometheus.ts'

const read = (path: string) => parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))

test('the collector: pipelines are made of what is configured, and guard their memory first', () => {
  const { extensions, receivers, processors, exporters, service } = read('collector.yaml')
  assert.deepEqual(Object.keys(service.pipelines).sort(), ['logs', 'metrics', 'traces'])
  assert.deepEqual(service.extensions, Object.keys(extensions))
  for (const pipeline of Object.values<any>(service.pipelines)) {
    assert.deepEqual(pipeline.receivers, Object.keys(receivers))
    assert.deepEqual(pipeline.processors, Object.keys(processors))
    assert.deepEqual(pipeline.exporters, Object.keys(exporters))
    assert.equal(pipeline.processors[0], 'memory_limiter')
  }
  assert.deepEqual(Object.keys(receivers.otlp.protocols), ['grpc', 'http'])
})

test('alert rules: each of its own name, with a pause, a severity and what to do', () => {
  const rules = alertRules()
  assert.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length)
  for (const rule of rules) {
    assert.match(rule.for ?? '', /^\d+m$/, rule.alert)
    assert.match(rule.labels.severity ?? '', /^(critical|warning)$/, rule.alert)
    assert.ok(rule.annotations.summary && rule.annotations.description, rule.alert)
  }
})

test('every query of rules and dashboards is one to Prometheus', () => {
  assert.equal(syntaxError('sum(rate(x[5m])) / (1'), 'its end')
  for (const { where, expr } of queries()) assert.equal(syntaxError(expr), undefined, where)
})

describe('dashboards', () => {
  test('have an id of their own, and panels that do not overlap', () => {
    assert.equal(new Set(dashboards().map(({ uid }) => uid)).size, dashboards().length)
    for (const { title, panels } of dashboards()) {
      assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length, title)
      const taken = new Set<string>()
      for (const { gridPos } of panels) {
        for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
          for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
            assert.equal(taken.has(`${x} ${y}`) || x > 23, false, title)
            taken.add(`${x} ${y}`)
          }
        }
      }
    }
  })

  test('ask something in every panel, of the data source that is chosen', () => {
    for (const { title, panels, templating } of dashboards()) {
      assert.equal(templating.list[0]?.name, 'datasource')
      for (const panel of panels) {
        assert.ok(panel.title && panel.targets.length > 0, title)
        for (const { datasource } of panel.targets) assert.equal(datasource.uid, `\${datasource}`)
      }
    }
  })
})

test('Grafana finds the dashboards where the deployment puts them', () => {
  const { apiVersion, providers } = read('grafana/provisioning/dashboards.yaml')
  assert.equal(apiVersion, 1)
  assert.deepEqual(
    providers.map(({ type, options }: any) => [type, options.path]),
    [['file', '/var/lib/grafana/dashboards/techbridge']],
  )
})
