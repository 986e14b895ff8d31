export { type Acknowledged, createLoad, type Load, type Rows } from './load.ts'
export { checkLog, checkNothingLost } from './nothing-lost.ts'
export { createVictim } from './victim.ts'
export { type WorstRequest, worstRequests } from './worst-requests.ts'
