export { BadCursor, formatCursor, type Place, parseCursor } from './cursor.ts'
export { Unavailable } from './unavailable.ts'
