export { type Difference, differenceOf } from './difference.ts'
export { fieldsOnOneLine, plainKept } from './kept.ts'
export { toPlainLine, toPlainText } from './plain-text.ts'
export { type Refusal, refusalOf } from './refusals.ts'
