export { openFts5Indexes as open } from '../src/fts5/indexes.ts'
