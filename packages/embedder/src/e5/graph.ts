import type { ElementType, Graph, Initializer, Node } from './onnx.ts'
import { blockBytes, blockSize, type PackedModel, type Tensor } from './q4-file.ts'

/** The weights of one block, as the file has them: two a byte. */
const packedBytes = blockSize / 2
const microsoft = 'com.microsoft'
/** Products are computed in whole numbers of 8 bits. */
const inInt8 = 4

/**
 * The encoder as an ONNX graph over one sequence of pieces; its output is the mean of what it says of each, not normalised. The weights stay as
 * they are: those of the embedding are unpacked row by row, those of the layers go to an operator that takes 4 bits.
 */
export const encoderGraph = (model: PackedModel): Graph => {
  const { hidden, heads, inner, words, positions, epsilon } = model
  const perHead = hidden / heads
  const initializers: Initializer[] = []
  const nodes: Node[] = []

  const constant = (name: string, type: ElementType, dims: readonly number[], bytes: Uint8Array) => {
    initializers.push({ name, type, dims, bytes })
    return name
  }
  const ints = (name: string, ...values: number[]) =>
    constant(name, 'int64', [values.length], new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer))
  const floats = (name: string, dims: readonly number[]) =>
    constant(name, 'float', dims, bytesOf(model.tensor(name), 'floats'))
  const number = (name: string, one: number) => constant(name, 'float', [], new Uint8Array(Float32Array.of(one).buffer))
  const add = (op: string, inputs: string[], output: string, more: Pick<Node, 'domain' | 'attributes'> = {}) => {
    nodes.push({ op, inputs, outputs: [output], ...more })
    return output
  }
  const normalised = (input: string, name: string) =>
    add('LayerNormalization', [input, floats(`${name}.w`, [hidden]), floats(`${name}.b`, [hidden])], `${name}.out`, {
      attributes: { axis: -1, epsilon: { float: epsilon } },
    })
  const linear = (input: string, name: string, from: number, to: number) => {
    const { weights, scales } = split(bytesOf(model.tensor(`${name}.w`), 'blocks'), neighbours)
    const blocks = from / blockSize
    const product = add(
      'MatMulNBits',
      [
        input,
        constant(`${name}.w`, 'uint8', [to, blocks, packedBytes], weights),
        constant(`${name}.scales`, 'float', [to * blocks], floatsOfHalves(scales)),
      ],
      `${name}.product`,
      { domain: microsoft, attributes: { K: from, N: to, bits: 4, block_size: blockSize, accuracy_level: inInt8 } },
    )
    return add('Add', [product, floats(`${name}.b`, [to])], `${name}.out`)
  }

  const blocks = hidden / blockSize
  const { weights, scales } = split(bytesOf(model.tensor('emb.word'), 'blocks'))
  constant('emb.codes', 'uint8', [words, blocks, packedBytes], weights)
  constant('emb.scales', 'float16', [words, blocks, 1], scales)
  add('Gather', ['emb.codes', 'pieces'], 'codes')
  add('BitwiseAnd', ['codes', constant('low', 'uint8', [], Uint8Array.of(15))], 'first')
  add('BitShift', ['codes', constant('four', 'uint8', [], Uint8Array.of(4))], 'second', {
    attributes: { direction: 'RIGHT' },
  })
  add('Concat', ['first', 'second'], 'nibbles', { attributes: { axis: 2 } })
  add('Cast', ['nibbles'], 'unsigned', { attributes: { to: 1 } })
  add('Sub', ['unsigned', number('eight', 8)], 'signed')
  add('Gather', ['emb.scales', 'pieces'], 'halves')
  add('Cast', ['halves'], 'scales', { attributes: { to: 1 } })
  add('Mul', ['signed', 'scales'], 'scaled')
  add('Reshape', ['scaled', ints('rows', -1, hidden)], 'words')
  add('Shape', ['pieces'], 'length')
  add('Slice', [floats('emb.pos', [positions, hidden]), ints('zero', 0), 'length', 'zero'], 'positions')
  add('Add', ['words', 'positions'], 'placed')
  constant('emb.type', 'float', [hidden], bytesOf(model.tensor('emb.type'), 'floats').subarray(0, hidden * 4))
  let state = normalised(add('Add', ['placed', 'emb.type'], 'embedded'), 'emb.ln')

  ints('split', -1, heads, perHead)
  number('scale', 1 / Math.sqrt(perHead))
  for (let layer = 0; layer < model.layers; layer++) {
    const own = (name: string) => `l${layer}.${name}`
    const ofHeads = (name: string, perm: readonly number[]) =>
      add(
        'Transpose',
        [add('Reshape', [linear(state, own(name), hidden, hidden), 'split'], own(`${name}.split`))],
        own(`${name}.heads`),
        {
          attributes: { perm },
        },
      )
    const [query, key, value] = [ofHeads('q', [1, 0, 2]), ofHeads('k', [1, 2, 0]), ofHeads('v', [1, 0, 2])]
    const scores = add('Mul', [add('MatMul', [query, key], own('dots')), 'scale'], own('scores'))
    const heard = add(
      'MatMul',
      [add('Softmax', [scores], own('attention'), { attributes: { axis: -1 } }), value],
      own('heard'),
    )
    const together = add(
      'Reshape',
      [add('Transpose', [heard], own('turned'), { attributes: { perm: [1, 0, 2] } }), 'rows'],
      own('together'),
    )
    const attended = normalised(
      add('Add', [state, linear(together, own('ao'), hidden, hidden)], own('attended')),
      own('aln'),
    )
    const wide = add('Gelu', [linear(attended, own('fi'), hidden, inner)], own('gelu'))
    state = normalised(add('Add', [attended, linear(wide, own('fo'), inner, hidden)], own('fed')), own('oln'))
  }
  add('ReduceMean', [state, 'zero'], 'mean', { attributes: { keepdims: 0 } })
  return {
    name: 'e5-small',
    inputs: [{ name: 'pieces', type: 'int64', dims: ['length'] }],
    outputs: [{ name: 'mean', type: 'float', dims: [hidden] }],
    initializers,
    nodes,
    operators: { '': 20, [microsoft]: 1 },
  }
}

const bytesOf = ({ kind, bytes }: Tensor, wanted: Tensor['kind']): Buffer => {
  if (kind !== wanted) throw new Error(`a tensor has ${kind}, not ${wanted}`)
  return bytes
}

/** Blocks of the file as two arrays. A byte holds the weights n and n + 16 of its block, unless `pack` orders them otherwise. */
const split = (bytes: Buffer, pack?: (from: Buffer, to: Uint8Array) => void) => {
  const blocks = bytes.length / blockBytes
  const weights = new Uint8Array(blocks * packedBytes)
  const scales = new Uint8Array(blocks * 2)
  for (let block = 0; block < blocks; block++) {
    const from = bytes.subarray(block * blockBytes, (block + 1) * blockBytes)
    scales.set(from.subarray(0, 2), block * 2)
    const to = weights.subarray(block * packedBytes, (block + 1) * packedBytes)
    if (pack) pack(from.subarray(2), to)
    else to.set(from.subarray(2))
  }
  return { weights, scales }
}

/** A byte holds two neighbours, as `MatMulNBits` takes them. */
const neighbours = (from: Buffer, to: Uint8Array) => {
  const weightAt = (n: number) => (n < packedBytes ? (from[n] ?? 0) & 15 : (from[n - packedBytes] ?? 0) >> 4)
  for (let n = 0; n < packedBytes; n++) to[n] = weightAt(2 * n) | (weightAt(2 * n + 1) << 4)
}

const floatsOfHalves = (halves: Uint8Array): Uint8Array =>
  new Uint8Array(Float32Array.from(new Float16Array(halves.buffer)).buffer)
