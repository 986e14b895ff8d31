import type { Api } from '@techbridge/contracts'
import type { RouteHandler } from './route.ts'

/** `draftNda` as an action: `draft-nda`. */
type Kebab<T extends string> = T extends `${infer Head}${infer Rest}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Rest>}`
  : T

type BodyOf<H> = H extends (request: infer R) => unknown
  ? R extends { body: infer B extends object }
    ? B
    : object
  : never

/** The name, where the body together with it makes a whole command. */
type Whole<N, H, G> = N extends string ? ({ type: Kebab<N> } & BodyOf<H> extends G ? N : never) : never

type ActionHandlers<A extends Api, G> = { [N in keyof A as Whole<N, RouteHandler<A[N]>, G>]: RouteHandler<A[N]> }

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * The handlers of all actions whose request gives the whole command: its name is that of the endpoint, and its body the rest. The
 * compiler asks `implement` for those that need more.
 */
export const actionsOf = <A extends Api, G extends { type: string }, R>(
  api: A,
  act: (request: R, given: G) => ReturnType<RouteHandler<A[keyof A]>>,
): ActionHandlers<A, G> => {
  const isAction = ([name, { method, path }]: [string, Api[string]]) =>
    method === 'post' && path.endsWith(`/{id}/${kebab(name)}`)
  const handlers = Object.entries(api)
    .filter(isAction)
    .map(([name]) => [
      name,
      (request: R & { body?: object }) => act(request, { ...request.body, type: kebab(name) } as G),
    ])
  return Object.fromEntries(handlers)
}
