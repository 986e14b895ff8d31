export { differenceOf } from './difference.ts'
export { fieldsOnOneLine, plainKept } from './kept.ts'
export { toPlainLine, toPlainText } from './plain-text.ts'
export { refusalOf } from './refusals.ts'
