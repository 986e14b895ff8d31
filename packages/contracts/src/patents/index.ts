export { officeHint } from './office-names.ts'
export { offices, type PatentNumber, patentKeys, readPatent } from './read-patent.ts'
