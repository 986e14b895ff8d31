export {
  type AccessTokens,
  claimedIssuer,
  createAccessTokens,
  directoryIssuer,
  eitherIssuer,
  refusedExchange,
  type SignIns,
} from './access-tokens.ts'
export { actionsOf } from './actions.ts'
export { createApp } from './app.ts'
export { type Authenticator, type AuthSettings, defaultMaxTokenAge, jwtAuthenticator, remoteKeys } from './auth.ts'
export { makePlain, toldChanges } from './body/make-plain.ts'
export { actorOf, isOfficer } from './caller.ts'
export { operationsRoutes } from './operations.ts'
export { idempotencyFor } from './preconditions.ts'
export { HttpProblem, toProblem } from './problem.ts'
export { cachedReadiness } from './readiness.ts'
export { remembering } from './remembered.ts'
export { resource } from './resource.ts'
export { createRevocations, type Revocations, refusingRevoked } from './revocations.ts'
export { type HttpService, implement, type Route, type RouteHandler, type StreamHandler } from './route.ts'
export { type Content, sendContent } from './send-content.ts'
export { listen, type RunningServer } from './server.ts'
export { createStartingApp } from './starting.ts'
export type { CheckedLine } from './validate.ts'
