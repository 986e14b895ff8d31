import { addressSetting, type Engine, type ServiceName, serviceNames, services } from '@techbridge/contracts'
import { withLines } from './region.ts'

const enginesOf = (name: ServiceName): readonly Engine[] => services[name].engines

/** What single services are given besides, by the names of their anchors. */
const further: Partial<Record<ServiceName, readonly string[]>> = {
  offers: ['translation'],
  needs: ['translation'],
  matching: ['embeddings'],
}

const anchorsOf = (name: ServiceName) => [
  'environment',
  ...enginesOf(name).map((engine) => `on-${engine}`),
  ...(further[name] ?? []).map((of) => `for-${of}`),
]

/** A service on the engines of its row, which it waits for. */
const service = (name: ServiceName) => [
  `  ${name}:`,
  '    <<: *techbridge',
  `    environment: { <<: [${anchorsOf(name)
    .map((anchor) => `*${anchor}`)
    .join(', ')}], SERVICE: ${name} }`,
  '    depends_on:',
  ...['kafka', ...enginesOf(name)].map((engine) => `      ${engine}: { condition: service_healthy }`),
]

const gateway = [
  '  gateway:',
  '    <<: *techbridge',
  '    command: ["node", "services/gateway/src/main.ts"]',
  '    environment:',
  ...serviceNames.map((name) => `      ${addressSetting(name)}: http://${name}:8080`),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills it in.
  '    ports: ["127.0.0.1:${PORT:-8080}:8080"]',
  `    depends_on: [${serviceNames.join(', ')}]`,
]

/** docker-compose.yml with the services that there are. */
export const composeFile = () =>
  withLines('docker-compose.yml', [...serviceNames.flatMap(service), '', ...gateway], '  ')
