import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'

// The messages of onnx.proto that a graph needs, written field by field: the numbers are those of its fields.

const elementTypes = { float: 1, uint8: 2, int64: 7, float16: 10 } as const
export type ElementType = keyof typeof elementTypes

export interface Initializer {
  name: string
  type: ElementType
  dims: readonly number[]
  /** Little-endian. */
  bytes: Uint8Array
}

type Attribute = number | string | readonly number[] | { float: number }

export interface Node {
  op: string
  inputs: readonly string[]
  outputs: readonly string[]
  /** Of another set of operators than ONNX's own. */
  domain?: string
  attributes?: Readonly<Record<string, Attribute>>
}

interface Value {
  name: string
  type: ElementType
  /** A name stands for a dimension that each run chooses. */
  dims: readonly (number | string)[]
}

export interface Graph {
  name: string
  inputs: readonly Value[]
  outputs: readonly Value[]
  initializers: readonly Initializer[]
  nodes: readonly Node[]
  /** Version by set of operators; `''` is ONNX's own. */
  operators: Readonly<Record<string, number>>
}

const irVersion = 9
const attributeTypes = { float: 1, int: 2, string: 3, ints: 7 } as const

type Write = (to: BinaryWriter) => void

const text =
  (field: number, value: string): Write =>
  (to) =>
    void to.tag(field, WireType.LengthDelimited).string(value)
const int =
  (field: number, value: number): Write =>
  (to) =>
    void to.tag(field, WireType.Varint).int64(value)
const float =
  (field: number, value: number): Write =>
  (to) =>
    void to.tag(field, WireType.Bit32).float(value)
const bytes =
  (field: number, value: Uint8Array): Write =>
  (to) =>
    void to.tag(field, WireType.LengthDelimited).bytes(value)
const message = (field: number, parts: readonly Write[]): Write => bytes(field, encode(parts))

const encode = (parts: readonly Write[]): Uint8Array => {
  const writer = new BinaryWriter()
  for (const write of parts) write(writer)
  return writer.finish()
}

const tensor = ({ name, type, dims, bytes: raw }: Initializer): Write[] => [
  ...dims.map((size) => int(1, size)),
  int(2, elementTypes[type]),
  text(8, name),
  bytes(9, raw),
]

const attribute = (name: string, value: Attribute): Write[] => {
  const named = text(1, name)
  if (typeof value === 'number') return [named, int(3, value), int(20, attributeTypes.int)]
  if (typeof value === 'string') return [named, text(4, value), int(20, attributeTypes.string)]
  if ('float' in value) return [named, float(2, value.float), int(20, attributeTypes.float)]
  return [named, ...value.map((one) => int(8, one)), int(20, attributeTypes.ints)]
}

const node = ({ op, inputs, outputs, domain, attributes = {} }: Node): Write[] => [
  ...inputs.map((name) => text(1, name)),
  ...outputs.map((name) => text(2, name)),
  text(4, op),
  ...Object.entries(attributes).map(([name, value]) => message(5, attribute(name, value))),
  ...(domain ? [text(7, domain)] : []),
]

const dimension = (size: number | string): Write =>
  message(1, [typeof size === 'number' ? int(1, size) : text(2, size)])

const value = ({ name, type, dims }: Value): Write[] => [
  text(1, name),
  message(2, [message(1, [int(1, elementTypes[type]), message(2, dims.map(dimension))])]),
]

/** The bytes of an `.onnx` file. */
export const encodeModel = ({ name, inputs, outputs, initializers, nodes, operators }: Graph): Uint8Array =>
  encode([
    int(1, irVersion),
    text(2, 'techbridge'),
    message(7, [
      ...nodes.map((one) => message(1, node(one))),
      text(2, name),
      ...initializers.map((one) => message(5, tensor(one))),
      ...inputs.map((one) => message(11, value(one))),
      ...outputs.map((one) => message(12, value(one))),
    ]),
    ...Object.entries(operators).map(([domain, version]) => message(8, [text(1, domain), int(2, version)])),
  ])
