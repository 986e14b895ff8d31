import { createHash, createHmac, randomBytes } from 'node:crypto'
import { openChunks, type SealedFile, sealChunks } from './chunks.ts'
import { FileError } from './errors.ts'
import type { FileFacts, Files, Upload } from './files.ts'
import { type Header, makeHeader, openHeader, parseHeader, rewrapped } from './header.ts'
import type { Keys } from './keys.ts'
import { type ByteRange, Exists, type Objects, once, wholeOf } from './objects.ts'
import { mostParts, type Part, partBytes, partOf, partsOf, sliceOf } from './parts.ts'
import { receive } from './receive.ts'

export interface FilesOptions {
  objects: Objects
  keys: Keys
  now: () => Date
  /** Milliseconds until an upload that is not finished expires. */
  patienceMs: number
}

/** An expired upload takes no parts; it is removed only later, so that nothing runs on it then. */
const graceMs = 60 * 60 * 1000

const checkedId = (id: string) => {
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(id)) throw new Error(`"${id}" is no id of a file`)
  return id
}
const folderOf = (id: string) => `files/${checkedId(id)}`
const headerOf = (id: string) => `${folderOf(id)}/header`
const doneOf = (id: string) => `${folderOf(id)}/done`
const partName = (id: string, number: number) => `${folderOf(id)}/part-${String(number).padStart(5, '0')}`
/** While it is there, the file is no file yet, or no longer. */
const openOf = (id: string) => `open/${checkedId(id)}`

const json = (value: object) => Buffer.from(JSON.stringify(value))

/** A hash of a file's content that can be published: without the salt, which is sealed with the file, nobody can test guesses on it. */
export const saltedHash = ({ sha256, salt }: Pick<FileFacts, 'sha256' | 'salt'>): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(sha256).digest('hex')

/** Files as objects: a header, the parts, and a mark that makes them a file, written last. */
export const filesOn = ({ objects, keys, now, patienceMs }: FilesOptions): Files => {
  const putSmall = (name: string, content: Buffer) => objects.put(name, once(content), content.length)

  const putIfAbsent = (name: string, content: Buffer) =>
    putSmall(name, content).catch((error) => {
      if (!(error instanceof Exists)) throw error
    })

  const small = async (name: string) => {
    const content = await objects.get(name)
    return content && (await wholeOf(content))
  }

  const known = async (id: string) => {
    const content = await small(headerOf(id))
    if (!content) throw new FileError('missing')
    const header = parseHeader(content)
    return { header, ...(await openHeader(keys, id, header)) }
  }

  const isDone = async (id: string) => (await small(doneOf(id))) !== undefined

  const finished = async (id: string) => {
    if (!(await isDone(id))) throw new FileError('missing')
    return known(id)
  }

  const unfinished = async (id: string) => {
    const found = await known(id)
    if (await isDone(id)) throw new FileError('finished')
    if (found.header.expiresAt <= now().toISOString()) throw new FileError('expired')
    return found
  }

  const receivedOf = async (id: string) =>
    (await objects.list(folderOf(id))).flatMap((name) => {
      const [, number] = /\/part-(\d+)$/.exec(name) ?? []
      return number ? [Number(number)] : []
    })

  const stateOf = async (id: string, { salt, ...facts }: FileFacts, { expiresAt }: Header): Promise<Upload> => ({
    id,
    ...facts,
    expiresAt,
    partBytes,
    parts: partsOf(facts.bytes),
    received: await receivedOf(id),
  })

  async function* contentOf(file: SealedFile, range: ByteRange): AsyncGenerator<Buffer> {
    const first = Math.floor(range.start / partBytes) + 1
    for (let number = first; number === first || (number - 1) * partBytes < range.end; number++) {
      const part = partOf(file.bytes, number)
      if (!part) return
      const { sealed, firstChunk, chunks, skip, bytes } = sliceOf(part, range)
      const content = await objects.get(partName(file.id, number), sealed)
      if (!content) throw new FileError('damaged')
      let [before, left] = [skip, bytes]
      for await (const chunk of openChunks(file, firstChunk, chunks, content)) {
        const piece = chunk.subarray(before, before + left)
        before = 0
        left -= piece.length
        if (piece.length > 0) yield piece
      }
    }
  }

  const wholeRange = ({ bytes }: SealedFile): ByteRange => ({ start: 0, end: bytes })

  const digestOf = async (content: AsyncIterable<Uint8Array>) => {
    const hash = createHash('sha256')
    for await (const piece of content) hash.update(piece)
    return hash.digest('hex')
  }

  const partRange = ({ number, bytes }: Part): ByteRange => {
    const start = (number - 1) * partBytes
    return { start, end: start + bytes }
  }

  /** Marked first, so that `expire` goes on where a crash interrupts it. */
  const remove = async (id: string) => {
    const names = await objects.list(folderOf(id))
    if (names.length === 0) return await objects.remove(openOf(id))
    await putIfAbsent(openOf(id), json({ expiresAt: '' }))
    await objects.remove(doneOf(id))
    for (const name of names) if (name !== headerOf(id)) await objects.remove(name)
    await objects.remove(headerOf(id))
    await objects.remove(openOf(id))
  }

  return {
    begin: async ({ id, ...announced }) => {
      if (partsOf(announced.bytes) > mostParts) throw new Error(`${announced.bytes} bytes are too many`)
      const facts = { ...announced, salt: randomBytes(32).toString('hex') }
      const expiresAt = new Date(now().getTime() + patienceMs).toISOString()
      const header = await makeHeader(keys, id, facts, expiresAt)
      await putIfAbsent(openOf(id), json({ expiresAt }))
      try {
        await putSmall(headerOf(id), json(header))
      } catch (error) {
        throw error instanceof Exists ? new FileError('exists') : error
      }
      return stateOf(id, facts, header)
    },

    upload: async (id) => {
      const { facts, header } = await unfinished(id)
      return stateOf(id, facts, header)
    },

    putPart: async (id, number, source, sha256) => {
      const { file, facts } = await unfinished(id)
      const part = partOf(file.bytes, number)
      if (!part) throw new FileError('no-such-part')
      const received = receive(part, source, { type: facts.type, sha256 })
      try {
        await objects.put(partName(id, number), sealChunks(file, part.firstChunk, received.content), part.sealedBytes)
      } catch (error) {
        if (!(error instanceof Exists)) throw error
        const there = await digestOf(contentOf(file, partRange(part)))
        if (there !== received.sha256()) throw new FileError('part-differs')
      }
    },

    finish: async (id) => {
      if (await isDone(id)) return (await known(id)).facts
      const { file, facts } = await unfinished(id)
      if ((await receivedOf(id)).length < partsOf(file.bytes)) throw new FileError('incomplete')
      if ((await digestOf(contentOf(file, wholeRange(file)))) !== facts.sha256) {
        await remove(id)
        throw new FileError('digest')
      }
      await putIfAbsent(doneOf(id), json({ at: now().toISOString() }))
      await objects.remove(openOf(id))
      return facts
    },

    facts: async (id) => (await finished(id)).facts,

    read: async function* (id, range) {
      const { file } = await finished(id)
      yield* contentOf(file, range ?? wholeRange(file))
    },

    remove,

    expire: async () => {
      await objects.tidy()
      const removed: string[] = []
      const before = new Date(now().getTime() - graceMs).toISOString()
      for (const name of await objects.list('open')) {
        const id = name.slice('open/'.length)
        const { expiresAt } = JSON.parse((await small(name))?.toString() ?? '{}')
        const isLeaving = expiresAt === ''
        if (!isLeaving && (await isDone(id))) await objects.remove(name)
        else if (isLeaving || expiresAt <= before) {
          await remove(id)
          removed.push(id)
        }
      }
      return removed
    },

    rewrap: async (owner) => {
      let count = 0
      for (const folder of await objects.list('files')) {
        const content = await small(`${folder}/header`)
        const header = content && parseHeader(content)
        if (header?.owner !== owner) continue
        const id = folder.slice('files/'.length)
        await objects.replace(headerOf(id), json(await rewrapped(keys, id, header)))
        count += 1
      }
      return count
    },

    ping: () => objects.ping(),
    close: () => objects.close(),
  }
}
