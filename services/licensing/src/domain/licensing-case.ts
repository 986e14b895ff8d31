import { life } from './rows.ts'
import { rowsAfter } from './rows-after.ts'
import { rowsAgreeing } from './rows-agreeing.ts'
import { rowsBefore } from './rows-before.ts'

/** The life of a case from the agreed match to the end of an agreement. */
export const caseLife = life.table([...rowsBefore, ...rowsAgreeing, ...rowsAfter])

export type CaseCommand = Parameters<typeof caseLife.decide>[1]
