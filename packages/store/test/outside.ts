export { openSqliteStore as open } from '../src/sqlite.ts'
