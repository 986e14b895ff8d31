import type { Topic } from '@techbridge/contracts'
import { BadPosition, type Position } from '../bus.ts'

/** The next offset of every partition, by topic. */
export type Offsets = Map<Topic, number[]>

export const encodePosition = (offsets: Offsets): Position =>
  Buffer.from(JSON.stringify(Object.fromEntries(offsets))).toString('base64url')

/** Fails with `BadPosition` for what `encodePosition` never returned. */
export function decodePosition(position: Position): Offsets {
  let decoded: unknown
  try {
    decoded = JSON.parse(Buffer.from(position, 'base64url').toString())
  } catch {
    throw new BadPosition('not a position of this log')
  }
  if (typeof decoded !== 'object' || decoded === null) throw new BadPosition('not a position of this log')
  const entries = Object.entries(decoded)
  const sound = entries.every(([, offsets]) => Array.isArray(offsets) && offsets.every(isOffset))
  if (!sound) throw new BadPosition('not a position of this log')
  return new Map(entries as [Topic, number[]][])
}

/** Whether the log up to `whole` contains the log up to `part`: it is at least as far in each partition. */
export function covers(whole: Position, part: Position): boolean {
  const reached = decodePosition(whole)
  return [...decodePosition(part)].every(([topic, offsets]) =>
    offsets.every((offset, partition) => (reached.get(topic)?.[partition] ?? 0) >= offset),
  )
}

const isOffset = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
