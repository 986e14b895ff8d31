import { createHash } from 'node:crypto'

type Embed = (texts: readonly string[]) => Promise<Float32Array[]>

/** Vectors that are kept, those used last: with 1,024 numbers 20 MB. */
const mostKept = 5000

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

/** Asks only for texts that are not among those asked for last, and for each once. Texts themselves are not kept. */
export const remembered = (embed: Embed, most = mostKept): Embed => {
  const kept = new Map<string, Float32Array>()
  const keep = (hash: string, vector: Float32Array) => {
    kept.delete(hash)
    kept.set(hash, vector)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
  }
  return async (texts) => {
    const hashes = texts.map(hashOf)
    const had = new Map<string, Float32Array>()
    const missing = new Map<string, string>()
    for (const [place, hash] of hashes.entries()) {
      const known = kept.get(hash)
      if (known) had.set(hash, known)
      else missing.set(hash, texts[place] ?? '')
    }
    const made = missing.size > 0 ? await embed([...missing.values()]) : []
    for (const [place, hash] of [...missing.keys()].entries()) had.set(hash, made[place] ?? new Float32Array())
    for (const [hash, vector] of had) keep(hash, vector)
    // Copies, since whoever gets a vector may change it.
    return hashes.map((hash) => Float32Array.from(had.get(hash) ?? []))
  }
}
