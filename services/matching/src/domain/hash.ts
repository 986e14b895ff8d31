/** FNV-1a of 32 bits, from another basis for each of two independent hashes, with the final mixing of MurmurHash3. */
export const hashOf = (text: string, basis: number) => {
  let hash = basis
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
