export { NoModel } from './e5/e5-embedder.ts'
export type { Embedder, Kind, Said } from './embedder.ts'
export { openEmbedder } from './open.ts'
