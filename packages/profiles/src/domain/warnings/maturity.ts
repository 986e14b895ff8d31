import { message, messageAt, stageTrls } from '@techbridge/contracts'
import type { Check } from './check.ts'

/** A TRL that does not fit the stage of development. */
export const maturityContradiction: Check = (content) => {
  if (!('stage' in content)) return []
  const { trl, stage } = content
  const [lowest, highest] = stageTrls[stage]
  if (trl >= lowest && trl <= highest) return []
  return [messageAt('trl', message('trl-against-stage', { trl, stage, lowest, highest }))]
}
