import { type AnyEndpoint, contractOf, rowOf } from '@techbridge/contracts'
import type { Consumer } from './consumer.ts'

/** What a service responds to; its entry decides how. */
export interface Served {
  endpoint: AnyEndpoint
}

/** What a service is made of, as far as its row in the manifest describes it. */
interface Composition {
  /** Kinds of aggregate that it stores. */
  aggregates: readonly string[]
  consumers: readonly Consumer[]
  routes: readonly Served[]
}

/** Fails when a service differs from its row in the manifest, and names each difference. Services of tests have no row. */
export const checkComposition = (service: string, { aggregates, consumers, routes }: Composition): void => {
  const row = rowOf(service)
  if (!row) return
  const problems = [
    ...differences(
      'keeps aggregates',
      aggregates,
      Object.values(row.publishes).map(({ aggregate }) => aggregate),
    ),
    ...differences(
      'joins groups',
      consumers.map(({ group }) => group),
      Object.keys(row.groups),
    ),
    ...consumers.flatMap(({ group, reactions }) => {
      const read = reactions.map(({ type }) => String(contractOf(type)?.topic))
      return differences(`reacts in the group ${group} to topics`, read, row.groups[group]?.reads ?? [])
    }),
    ...differences(
      'serves',
      routes.map(({ endpoint }) => named(endpoint)),
      Object.values(row.api).map(named),
    ),
  ]
  if (problems.length > 0)
    throw new Error(`${service} is not what packages/contracts/src/services.ts says of it:\n${problems.join('\n')}`)
}

const named = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`

const differences = (what: string, actual: readonly string[], declared: readonly string[]): string[] => {
  const [found, expected] = [new Set(actual), new Set(declared)]
  return [
    ...[...found.difference(expected)].map((one) => `${what}, ${one} among them, which is not declared`),
    ...[...expected.difference(found)].map((one) => `${what}, but not ${one}, which is declared`),
  ]
}
