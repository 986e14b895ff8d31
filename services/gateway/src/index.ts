export { createGateway } from './gateway.ts'
export { isReady } from './is-ready.ts'
