import { chunkBytes, chunksOf, overheadBytes } from './chunks.ts'
import type { ByteRange } from './objects.ts'

const chunksOfPart = 64
/**
 * Bytes of content in a part; only the last one of a file has fewer. A part is what is lost when a connection breaks, and must pass within a
 * minute.
 */
export const partBytes = chunksOfPart * chunkBytes
export const mostParts = 99_999

export const partsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / partBytes))

/** A part of a file: numbers count from 1, chunks from 0. */
export interface Part {
  number: number
  bytes: number
  firstChunk: number
  chunks: number
  sealedBytes: number
}

/** `undefined` when the file has no such part. */
export const partOf = (fileBytes: number, number: number): Part | undefined => {
  if (!Number.isInteger(number) || number < 1 || number > partsOf(fileBytes)) return undefined
  const bytes = Math.min(partBytes, fileBytes - (number - 1) * partBytes)
  const chunks = chunksOf(bytes)
  return { number, bytes, firstChunk: (number - 1) * chunksOfPart, chunks, sealedBytes: bytes + chunks * overheadBytes }
}

/** What must be read of a part for a range of its content. */
export interface Slice {
  sealed: ByteRange
  firstChunk: number
  chunks: number
  /** Bytes of the first chunk that come before the range, and length of the range. */
  skip: number
  bytes: number
}

/** `range` counts from the start of the file, and has at least a byte in the part. */
export const sliceOf = (part: Part, range: ByteRange): Slice => {
  const before = (part.number - 1) * partBytes
  const start = Math.max(0, range.start - before)
  const end = Math.min(part.bytes, range.end - before)
  const first = Math.floor(start / chunkBytes)
  const last = Math.ceil(end / chunkBytes)
  const sealedChunk = chunkBytes + overheadBytes
  return {
    sealed: { start: first * sealedChunk, end: Math.min(last * sealedChunk, part.sealedBytes) },
    firstChunk: part.firstChunk + first,
    chunks: last - first,
    skip: start - first * chunkBytes,
    bytes: end - start,
  }
}
