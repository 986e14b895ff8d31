import { readdirSync, readFileSync } from 'node:fs'
import { parser } from '@prometheus-io/lezer-promql'
import type { Metric } from '@techbridge/testkit'
import { parse } from 'yaml'

const folder = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')

export interface Rule {
  alert: string
  expr: string
  for?: string
  labels: Record<string, string>
  annotations: Record<string, string>
}

export const alertRules = (): Rule[] => parse(read('alerts.yaml')).groups.flatMap(({ rules }: any) => rules)

export interface Dashboard {
  uid: string
  title: string
  templating: { list: { name: string }[] }
  panels: {
    id: number
    title: string
    gridPos: { x: number; y: number; w: number; h: number }
    targets: { expr: string; datasource: { uid: string } }[]
  }[]
}

export const dashboards = (): Dashboard[] =>
  readdirSync(new URL('grafana/dashboards', folder)).map((file) => JSON.parse(read(`grafana/dashboards/${file}`)))

/** All queries of dashboards and alert rules, with where each stands. */
export const queries = (): { where: string; expr: string }[] => [
  ...alertRules().map(({ alert, expr }) => ({ where: `alert ${alert}`, expr })),
  ...dashboards().flatMap(({ title, panels }) =>
    panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ where: `${title}: ${panel.title}`, expr }))),
  ),
]

/** Where the syntax of a query breaks: the rest of it from there, or nothing. `$job` and its like are Grafana's. */
export const syntaxError = (expr: string): string | undefined => {
  const filledIn = expr.replaceAll('$__rate_interval', '5m')
  const cursor = parser.parse(filledIn).cursor()
  do if (cursor.type.isError) return filledIn.slice(cursor.from) || 'its end'
  while (cursor.next())
  return undefined
}

const unitSuffix: Record<string, string> = { s: '_seconds' }

/** The names under which Prometheus keeps a metric that comes by OTLP (translation with suffixes, its default). */
export const prometheusNames = ({ name, unit, type }: Metric): string[] => {
  const base = name.replaceAll('.', '_') + (unitSuffix[unit] ?? '')
  if (type === 'histogram') return ['_bucket', '_count', '_sum'].map((suffix) => base + suffix)
  return [type === 'sum' ? `${base}_total` : base]
}

/** Names of a query that stand before a selector or a range: those of its metrics. Names of functions stand before a parenthesis. */
export const metricsIn = (expr: string): string[] => {
  const bare = expr.replaceAll(/"[^"]*"/g, '""').replaceAll(/\b(?:by|without|on|ignoring|group_left)\s*\([^)]*\)/g, '')
  const outside = bare.replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
  return [...outside.matchAll(/\b[a-z_][a-z0-9_:]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !['and', 'or', 'unless', 'bool'].includes(name))
}

/** The label names that a query selects or groups by. */
export const labelsIn = (expr: string): string[] => {
  const grouped = [...expr.matchAll(/\b(?:by|on)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(','))
  const selected = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, name = '']) => name),
  )
  return [...new Set([...grouped, ...selected].map((name) => name.trim()).filter(Boolean))]
}
