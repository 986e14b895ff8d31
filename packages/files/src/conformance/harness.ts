import { createHash, randomBytes } from 'node:crypto'
import type { FileError, FileTrouble } from '../errors.ts'
import type { Files, NewUpload } from '../files.ts'
import { filesOn } from '../files-on.ts'
import type { Keys } from '../keys.ts'
import { type Objects, wholeOf } from '../objects.ts'
import { partBytes, partsOf } from '../parts.ts'

export interface OpenedFiles {
  objects: Objects
  keys: Keys
  /** Closes what is open, if it still is, and opens the same objects again. */
  reopen(): Promise<Objects>
  /** Closes what is open and removes everything. */
  cleanup(): Promise<void>
  /** How another process opens the same place: a module with a function `open(location: string): {objects, keys}`. */
  outside?: { module: string; location: string }
}

export type Open = () => Promise<OpenedFiles>

export const patienceMs = 24 * 60 * 60 * 1000

export interface Opened extends OpenedFiles {
  files: Files
  /** Moves the clock. */
  pass(ms: number): void
  filesAgain(): Promise<Files>
}

/** A test on an empty place. */
export const fresh = (open: Open, run: (files: Files, opened: Opened) => Promise<void>) => async () => {
  const opened = await open()
  let time = Date.parse('2026-11-27T08:00:00Z')
  const on = (objects: Objects) => filesOn({ objects, keys: opened.keys, now: () => new Date(time), patienceMs })
  const files = on(opened.objects)
  try {
    await run(files, {
      ...opened,
      files,
      pass: (ms) => {
        time += ms
      },
      filesAgain: async () => on(await opened.reopen()),
    })
  } finally {
    await opened.cleanup()
  }
}

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Content that is text, and the same nowhere else. */
export const contentOf = (bytes: number): Buffer =>
  Buffer.from(randomBytes(Math.ceil(bytes / 2)).toString('hex')).subarray(0, bytes)

export const announced = (id: string, content: Uint8Array, more: Partial<NewUpload> = {}): NewUpload => ({
  id,
  owner: 'dianchi-university',
  bytes: content.length,
  type: 'text/plain',
  sha256: sha256(content),
  about: { en: 'Durian annex.txt' },
  ...more,
})

/** In pieces of an odd size, as networks deliver it. */
export async function* stream(content: Uint8Array, size = 60_001): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size)
}

export const partIn = (content: Uint8Array, number: number): Uint8Array =>
  content.subarray((number - 1) * partBytes, number * partBytes)

export const numbersOf = (content: Uint8Array): number[] =>
  Array.from({ length: partsOf(content.length) }, (_, place) => place + 1)

/** A finished file. */
export const store = async (files: Files, id: string, content: Uint8Array, more?: Partial<NewUpload>) => {
  await files.begin(announced(id, content, more))
  for (const number of numbersOf(content)) await files.putPart(id, number, stream(partIn(content, number)))
  return files.finish(id)
}

export const allOf = (files: Files, id: string, range?: { start: number; end: number }): Promise<Buffer> =>
  wholeOf(files.read(id, range))

/** For `assert.rejects`. */
export const trouble = (wanted: FileTrouble) => (error: FileError) => error.trouble === wanted

/** The bytes of every object that there is, by name. */
export const everything = async (objects: Objects): Promise<Map<string, Buffer>> => {
  const found = new Map<string, Buffer>()
  for (const top of ['files', 'open']) {
    for (const name of await objects.list(top)) {
      const within = await objects.list(name)
      for (const one of within.length > 0 ? within : [name]) {
        const content = await objects.get(one)
        if (content) found.set(one, await wholeOf(content))
      }
    }
  }
  return found
}
