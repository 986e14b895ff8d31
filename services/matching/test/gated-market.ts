import type { CreateService } from '@techbridge/process'
import { createMatching } from '../src/service.ts'
import { openMarket } from './market.ts'
import { plantedGate } from './planted-gate.ts'

/** A market whose gate finds what is planted, and where unassessed pairs are held if so given. */
export const openGated = async (unassessedPairs: 'propose' | 'hold' = 'propose') => {
  const planted = plantedGate()
  const create: CreateService = (dependencies) =>
    createMatching({ ...dependencies, gate: planted.gate, unassessedPairs })
  return { ...planted, market: await openMarket({ empty: true, create }) }
}
