/** Scaled to length 1; what has no direction becomes the first unit vector, so that every vector has length 1. */
export const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector)
  return length > 1e-9 ? vector.map((one) => one / length) : vector.map((_, place) => Number(place === 0))
}

/** Of vectors of length 1. */
export const cosine = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0)

export const minus = (one: Float32Array, other: Float32Array): Float32Array =>
  one.map((value, place) => value - (other[place] ?? 0))

export const meanOf = (vectors: readonly Float32Array[], dimension: number): Float32Array => {
  const sum = new Float32Array(dimension)
  for (const vector of vectors) for (const [place, value] of vector.entries()) sum[place] = (sum[place] ?? 0) + value
  return sum.map((one) => one / Math.max(1, vectors.length))
}
