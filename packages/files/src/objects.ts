/**
 * What an engine of files must do: keep named bytes. What every adapter guarantees:
 *
 * - `put` keeps all of the content or nothing of it; nobody sees a part. It resolves when the content survives `kill -9` and loss of power.
 *   When the source fails, nothing is kept and the error is passed on.
 * - `put` never overwrites: where the name is taken it reads the source to its end and fails with `Exists`. Of two at once, exactly one
 *   succeeds.
 * - `replace` exchanges the content of a name, whole or not at all.
 * - `get` streams, the bytes from `start` to before `end` of them, in pieces; it gives `undefined` for a name that is free.
 * - Memory does not grow with the size of the content, or at most by what one `put` carries.
 * - A name is a path of plain words. It comes from this package alone, never from what people call their files.
 * - An engine that cannot be reached, or that has no room, causes `Unavailable`.
 */
export interface Objects {
  put(name: string, content: AsyncIterable<Uint8Array>, bytes: number): Promise<void>
  replace(name: string, content: Uint8Array): Promise<void>
  get(name: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>
  /** What is directly in a folder: objects and folders, in order. */
  list(folder: string): Promise<string[]>
  /** Removes what is there; a name that is free is no error. */
  remove(name: string): Promise<void>
  /** Removes it so that it cannot be brought back, as far as the engine can. */
  wipe(name: string): Promise<void>
  /** Removes what a crash left behind and nobody sees. */
  tidy(): Promise<void>
  /** Fails with `Unavailable` when the engine cannot serve. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Bytes from `start` to before `end`. */
export interface ByteRange {
  start: number
  end: number
}

export class Exists extends Error {
  override name = 'Exists'
}

/** `name` itself, if it is a path of plain words. */
export const checkedName = (name: string): string => {
  if (name.length > 200 || !/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*$/.test(name))
    throw new Error(`"${name}" is no name for an object`)
  return name
}

export async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

/** All of a content that is known to be small. */
export const wholeOf = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
