export { openFts5Indexes } from './fts5/indexes.ts'
export * from './text-index.ts'
export { checkDocument, checkQuery } from './validate.ts'
