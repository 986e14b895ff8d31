export { officeHint } from './office-names.ts'
export {
  hasFormats,
  isPatentNumber,
  offices,
  type PatentNumber,
  patentKeys,
  patentProblem,
  readPatent,
} from './read-patent.ts'
export { takesEffectIn } from './states.ts'
