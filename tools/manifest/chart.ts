import { groupsOf, type ServiceName, serviceNames, services } from '@techbridge/contracts'
import { withLines, withRegion } from './region.ts'

/** What services need beyond the defaults of the chart. */
const resources: Partial<Record<ServiceName, { requests: string; limits: string }>> = {
  matching: { requests: '{ cpu: 250m, memory: 512Mi }', limits: '{ memory: 1Gi }' },
}

const component = (name: ServiceName) => {
  const groups = groupsOf(name)
  const own = resources[name]
  return [
    `  ${name}:`,
    `    engines: [${['kafka', ...services[name].engines].join(', ')}]`,
    ...(groups.length > 0 ? [`    groups: [${groups.join(', ')}]`] : []),
    ...(own ? ['    resources:', `      requests: ${own.requests}`, `      limits: ${own.limits}`] : []),
  ]
}

/** The values of the chart with a component for each service. */
export const chartValues = () => withLines('infra/k8s/values.yaml', serviceNames.flatMap(component), '  ')

const property = (name: string) => `        "${name}": { "$ref": "#/$defs/component" }`

/** The schema of the values, which takes those components and no other. */
export const chartSchema = () =>
  withRegion(
    'infra/k8s/values.schema.json',
    /( {8}"[\w-]+": \{ "\$ref": "#\/\$defs\/component" \},?\n)+/,
    `${[...serviceNames, 'gateway'].map(property).join(',\n')}\n`,
  )
