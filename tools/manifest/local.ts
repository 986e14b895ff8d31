import { serviceNames } from '@techbridge/contracts'
import { withRegion } from './region.ts'

const creator = (name: string) =>
  `create${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`
const sorted = serviceNames.toSorted()
const keyOf = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`)

/** The services of the one-process form, whole. */
export const localServices = () =>
  [
    '// Generated from packages/contracts/src/services.ts by `npm run docs`.',
    "import type { ServiceName } from '@techbridge/contracts'",
    "import type { CreateService } from '@techbridge/process'",
    ...sorted.map((name) => `import { ${creator(name)} } from '@techbridge/service-${name}'`),
    '',
    '/** All services of Techbridge, for one process. */',
    'export const services: Record<ServiceName, CreateService> = {',
    ...serviceNames.map((name) => `  ${keyOf(name)}: ${creator(name)},`),
    '}',
    '',
  ].join('\n')

/** Its package, which depends on them and on the gateway. */
export const localPackage = () =>
  withRegion(
    'infra/local/package.json',
    /( {4}"@techbridge\/service-[\w-]+": "\*",\n)+/,
    [...serviceNames, 'gateway']
      .toSorted()
      .map((name) => `    "@techbridge/service-${name}": "*",\n`)
      .join(''),
  )
