import { zstdDecompressSync } from 'node:zlib'

/** What stands under an id as of the moment when it was asked for; its source is read when it is wanted, as many together take long. */
export interface Stored {
  id: string
  version: number
  source(): unknown
}

/** The same as the tables have it. */
export interface Packed {
  id: string
  version: number
  bytes: Uint8Array
}

export const unpacked = (bytes: Uint8Array): string => zstdDecompressSync(bytes).toString()

export const read = ({ id, version, bytes }: Packed): Stored => ({
  id,
  version,
  source: () => JSON.parse(unpacked(bytes)),
})

/**
 * Characters of JSON, bytes as they are on disk and a fixed sum for each, of all that is kept. In memory it takes about as many bytes, and
 * twice as many for sources of many small objects.
 */
const mostSize = 16_000_000
const sizeOfOne = 1000

interface Kept {
  stored: Stored
  size: number
}

/** What was read last, parsed: what is found often is not read each time. Who gets a source must not change it. */
export class Sources {
  readonly #kept = new Map<string, Kept>()
  #size = 0

  /** Those that were asked for last stand last. */
  of(id: string): Stored | undefined {
    const kept = this.#kept.get(id)
    if (!kept) return undefined
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    return kept.stored
  }

  keep({ id, version, bytes }: Packed): Stored {
    let source: unknown
    const stored = {
      id,
      version,
      source: () => {
        if (source === undefined) {
          const json = unpacked(bytes)
          source = JSON.parse(json)
          this.#grow(id, kept, json.length)
        }
        return source
      },
    }
    const kept: Kept = { stored, size: 0 }
    this.#kept.set(id, kept)
    this.#grow(id, kept, bytes.length + sizeOfOne)
    return stored
  }

  /** How long the JSON is shows when it is read; the entry may have been dropped before. */
  #grow(id: string, kept: Kept, size: number): void {
    if (this.#kept.get(id) !== kept) return
    kept.size += size
    this.#size += size
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= mostSize) break
      this.drop(oldest)
    }
  }

  /** To be called when another one is stored. */
  drop(id: string): void {
    this.#size -= this.#kept.get(id)?.size ?? 0
    this.#kept.delete(id)
  }
}
