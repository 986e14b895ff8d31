import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** UTF-16 units below which a text is not worth packing. */
const shortest = 400

/** A text as it is kept where SQLite need not read it: one that is long takes a third of the room. */
export const pack = (text: string): string | Uint8Array => (text.length < shortest ? text : zstdCompressSync(text))

/** The text that `pack` was given, or one that was kept as it is. */
export const unpack = (kept: unknown): string =>
  kept instanceof Uint8Array ? zstdDecompressSync(kept).toString() : String(kept)
