export { NoModel } from './e5/e5-embedder.ts'
export { installedModel } from './e5/model-folder.ts'
export type { Embedder, Kind, Said } from './embedder.ts'
export { openEmbedder } from './open.ts'
