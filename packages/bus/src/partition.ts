const encoder = new TextEncoder()

/** The partition of a subject among `count`, by the same hash as Kafka's own clients, so that both agree. */
export const partitionOf = (subject: string, count: number): number =>
  (murmur2(encoder.encode(subject)) & 0x7fffffff) % count

/** MurmurHash 2, 32 bits, with Kafka's seed (org.apache.kafka.common.utils.Utils.murmur2). Signed, as there. */
export function murmur2(bytes: Uint8Array): number {
  const m = 0x5bd1e995
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = bytes.length & ~3
  let hash = 0x9747b28c ^ bytes.length
  for (let at = 0; at < tail; at += 4) {
    let word = Math.imul(view.getInt32(at, true), m)
    word = Math.imul(word ^ (word >>> 24), m)
    hash = Math.imul(hash, m) ^ word
  }
  if (tail < bytes.length) {
    for (let at = bytes.length - 1; at >= tail; at--) hash ^= view.getUint8(at) << (8 * (at - tail))
    hash = Math.imul(hash, m)
  }
  hash = Math.imul(hash ^ (hash >>> 13), m)
  return hash ^ (hash >>> 15)
}
