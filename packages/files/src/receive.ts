import { createHash } from 'node:crypto'
import { chunkBytes, inPieces } from './chunks.ts'
import { FileError } from './errors.ts'
import type { Part } from './parts.ts'
import { beginsLike } from './types.ts'

/** What was received of a part; `sha256` is known at its end. */
export interface Received {
  content: AsyncIterable<Buffer>
  sha256(): string
}

/** Passes a part on while it is counted, hashed and, if it is the first, compared with its type; fails where it is not as announced. */
export const receive = (
  part: Part,
  source: AsyncIterable<Uint8Array>,
  { type, sha256 }: { type: string; sha256?: string | undefined },
): Received => {
  const hash = createHash('sha256')
  let digest: string | undefined

  async function* content() {
    let bytes = 0
    for await (const piece of inPieces(source, chunkBytes)) {
      if (bytes === 0 && part.number === 1 && !beginsLike(type, piece)) throw new FileError('type')
      bytes += piece.length
      if (bytes > part.bytes) throw new FileError('part-too-long')
      hash.update(piece)
      yield piece
    }
    if (bytes < part.bytes) throw new FileError('part-too-short')
    if (bytes === 0 && !beginsLike(type, new Uint8Array())) throw new FileError('type')
    digest = hash.digest('hex')
    if (sha256 !== undefined && digest !== sha256) throw new FileError('part-digest')
  }

  return {
    content: content(),
    sha256: () => {
      if (digest === undefined) throw new Error('the part was not read to its end')
      return digest
    },
  }
}
