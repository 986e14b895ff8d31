export { type Page, type Row, unreadable } from './page.ts'
export { createTypesetter, type Typesetter } from './typesetter.ts'
