import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { FileError } from './errors.ts'

/** Bytes of content in a chunk; only the last one of a file has fewer. */
export const chunkBytes = 64 * 1024
const nonceBytes = 12
const tagBytes = 16
/** What sealing adds to a chunk. */
export const overheadBytes = nonceBytes + tagBytes

/** The key of one file, and how large the file is. */
export interface SealedFile {
  id: string
  key: Uint8Array
  bytes: number
}

/** Chunks of a content; an empty one has an empty chunk, so that its end is sealed too. */
export const chunksOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / chunkBytes))

/** What a chunk is bound to: it opens nowhere else. */
const placeOf = ({ id, bytes }: SealedFile, chunk: number): Buffer =>
  Buffer.from(`techbridge chunk 1\n${id}\n${bytes}\n${chunk}\n${chunk === chunksOf(bytes) - 1 ? 'last' : 'not last'}`)

/** Nonce, content and tag. The nonce is random, because a part that was cut off is sealed again with other content perhaps. */
const sealChunk = (file: SealedFile, chunk: number, content: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', file.key, nonce)
  cipher.setAAD(placeOf(file, chunk))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** The content of a chunk; fails unless it was sealed for this place of this file. */
const openChunk = (file: SealedFile, chunk: number, sealed: Uint8Array): Buffer => {
  if (sealed.length < overheadBytes) throw new FileError('damaged')
  const decipher = createDecipheriv('aes-256-gcm', file.key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(placeOf(file, chunk))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new FileError('damaged', { cause })
  }
}

/** The pieces of a stream cut anew: each has `size` bytes, the last one what is left. */
export async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let kept: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source) {
    let rest: Uint8Array = piece
    while (bytes + rest.length >= size) {
      yield Buffer.concat([...kept, rest.subarray(0, size - bytes)])
      rest = rest.subarray(size - bytes)
      kept = []
      bytes = 0
    }
    if (rest.length > 0) kept.push(rest)
    bytes += rest.length
  }
  if (bytes > 0) yield Buffer.concat(kept)
}

/** The chunks of a content from `first` on, sealed. */
export async function* sealChunks(
  file: SealedFile,
  first: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let chunk = first
  for await (const piece of inPieces(content, chunkBytes)) yield sealChunk(file, chunk++, piece)
  if (chunk === first) yield sealChunk(file, chunk, new Uint8Array())
}

/** The content of `count` sealed chunks from `first` on; fails at the first that is not what was sealed there, or is missing. */
export async function* openChunks(
  file: SealedFile,
  first: number,
  count: number,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let chunk = first
  for await (const piece of inPieces(sealed, chunkBytes + overheadBytes)) {
    if (chunk === first + count) throw new FileError('damaged')
    yield openChunk(file, chunk++, piece)
  }
  if (chunk < first + count) throw new FileError('damaged')
}
