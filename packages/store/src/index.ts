export { openMongoStore } from './mongo.ts'
export { openSqliteStore } from './sqlite.ts'
export * from './store.ts'
