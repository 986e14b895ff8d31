/** Documents for which there is room at first in what is kept by the number of the document. */
export const firstSize = 1024

export const grownTo = <A extends Uint32Array | Float64Array>(room: A, before: A): A => {
  room.set(before)
  return room
}
