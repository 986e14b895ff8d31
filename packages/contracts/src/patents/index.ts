export { officeHint } from './office-names.ts'
export { hasFormats, offices, type PatentNumber, patentKeys, readPatent } from './read-patent.ts'
export { takesEffectIn } from './states.ts'
