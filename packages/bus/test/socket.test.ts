import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Socket } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import { largestAnswer, wholeAnswers } from '../src/kafka/socket.ts'

const lengthOf = (bytes: number) => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes)
  return length
}

const answer = (content: string) => {
  const bytes = Buffer.from(content)
  return Buffer.concat([lengthOf(bytes.length), bytes])
}

const newSocket = () =>
  wholeAnswers(() => new Socket())({ host: '', port: 1, ssl: {}, onConnect: () => undefined }) as Socket

/** What a socket tells of chunks that come. */
const toldOf = (chunks: readonly Buffer[], socket = newSocket()) => {
  const told: Buffer[] = []
  socket.on('data', (chunk: Buffer) => told.push(chunk))
  for (const chunk of chunks) socket.emit('data', chunk)
  return told
}

const cutAt = (bytes: Buffer, places: readonly number[]) => {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  return sorted.slice(1).map((end, place) => bytes.subarray(sorted[place], end))
}

test('however answers are cut into chunks, all of them are told, whole', () => {
  const property = fc.property(
    fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(), { maxLength: 12 }),
    (contents, places) => {
      const answers = contents.map(answer)
      const told = toldOf(cutAt(Buffer.concat(answers), places))
      assert.deepEqual(Buffer.concat(told), Buffer.concat(answers))
      const ends = new Set(answers.map((_, place) => Buffer.concat(answers.slice(0, place + 1)).length))
      let end = 0
      for (const chunk of told) {
        end += chunk.length
        assert.ok(ends.has(end), 'each piece ends with an answer')
      }
    },
  )
  fc.assert(property)
})

test('what was begun is told of no more than nothing', () => {
  const whole = answer('whole')
  const begun = answer('begun')
  for (let length = 1; length < begun.length; length++) {
    assert.deepEqual(Buffer.concat(toldOf([Buffer.concat([whole, begun.subarray(0, length)])])), whole)
  }
})

test('what can be no answer breaks the connection off, after the answers that came before it', async () => {
  const impossible = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: -1 }),
    fc.integer({ min: largestAnswer + 1, max: 2 ** 31 - 1 }),
  )
  const property = fc.asyncProperty(
    fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
    fc.oneof(fc.constant(-4), impossible),
    fc.string({ maxLength: 20 }),
    fc.array(fc.nat(), { maxLength: 12 }),
    async (contents, length, rest, places) => {
      const answers = Buffer.concat(contents.map(answer))
      const socket = newSocket()
      const failed = once(socket, 'error')
      const told = toldOf(cutAt(Buffer.concat([answers, lengthOf(length), Buffer.from(rest)]), places), socket)
      assert.deepEqual(Buffer.concat(told), answers)
      assert.ok(socket.destroyed)
      assert.match((await failed)[0].message, new RegExp(`length would be ${length} bytes`))
    },
  )
  await fc.assert(property)
})

test('the largest answer is waited for', () => {
  const socket = newSocket()
  assert.deepEqual(toldOf([lengthOf(largestAnswer)], socket), [])
  assert.equal(socket.destroyed, false)
})

test('other events pass', () => {
  const socket = newSocket()
  const events: unknown[] = []
  socket.on('error', (error) => events.push(error.message))
  socket.emit('error', new Error('broken'))
  assert.deepEqual(events, ['broken'])
})
