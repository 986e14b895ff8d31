import { createHash } from 'node:crypto'

export const hashOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE()

/** The half of the needs that parameters may be chosen on; the other half says whether the choice was good. */
const isForTuning = ({ id }: { id: string }) => (hashOf(id) >>> 24) % 2 === 0

export const halvesOf = <T extends { id: string }>(all: readonly T[]) => ({
  tuning: all.filter(isForTuning),
  heldOut: all.filter((one) => !isForTuning(one)),
})
