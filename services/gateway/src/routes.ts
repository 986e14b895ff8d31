import { type Api, apis, type ServiceName, serviceNames } from '@techbridge/contracts'

export interface GatewayRoute {
  /** Including all paths below it. */
  path: string
  service: ServiceName
  /** By a stream of events, which may be silent; late, after work that grows with all that is kept. */
  answers: 'soon' | 'late' | 'as a stream'
}

/** The services used for endpoints that every service has. Dead letters are in the event log; the gateway combines lag itself. */
const answering = { identity: 'offers', operations: 'search' } as const satisfies Partial<
  Record<keyof typeof apis, ServiceName>
>

const top = (path: string) => path.split('/').slice(0, 3).join('/')

const routesOf = (api: Api, service: ServiceName): GatewayRoute[] => {
  const endpoints = Object.values(api)
  const streams = new Set(
    endpoints.filter(({ responseFormat }) => responseFormat === 'eventStream').map(({ path }) => top(path)),
  )
  const paths = new Set(endpoints.map(({ path }) => top(path)))
  const long = endpoints.filter(({ takesLong }) => takesLong)
  return [
    ...long.map(({ path }) => ({ path, service, answers: 'late' as const })),
    ...[...paths].map((path) => ({
      path,
      service,
      answers: streams.has(path) ? ('as a stream' as const) : ('soon' as const),
    })),
  ]
}

/** Where each path of the API is served: `/v1/offers` and what is below it by `offers`. */
export const gatewayRoutes: readonly GatewayRoute[] = [
  ...serviceNames.flatMap((service) => routesOf(apis[service], service)),
  ...Object.entries(answering).flatMap(([api, service]) => routesOf(apis[api as keyof typeof answering], service)),
]
