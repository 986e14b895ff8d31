export { openSqliteStore as open } from '../src/sqlite/store.ts'
