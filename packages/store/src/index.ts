export { openSqliteStore } from './sqlite/store.ts'
export * from './store.ts'
