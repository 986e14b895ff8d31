import type { ByteRange } from './objects.ts'

/**
 * The port to files. What every adapter guarantees:
 *
 * - A file appears whole or not at all, once all of its parts are there and have the SHA-256 that was announced. It never changes then.
 * - Parts come in any order, several at once, and from several processes. What was acknowledged survives `kill -9` and loss of power; a
 *   part that broke off leaves nothing. A part that is sent again must be the same.
 * - An upload that is not finished in time is removed, as is one with another SHA-256 than announced.
 * - Content is streamed: memory does not grow with a file's size.
 * - Everything is sealed with a key of its owner. A chunk that was changed, moved or cut off is never returned: `FileError('damaged')`.
 *   What the owner's key sealed is gone once that is erased: `FileError('erased')`.
 * - Content is never interpreted; only how it begins is compared with its type.
 * - What people call a file is content, and never part of a path.
 * - `FileError` says what is wrong with a file or a request for it; an engine that is away or full causes `Unavailable`.
 */
export interface Files {
  begin(upload: NewUpload): Promise<Upload>
  upload(id: string): Promise<Upload>
  /** `sha256` is that of the part, in hexadecimal. */
  putPart(id: string, number: number, content: AsyncIterable<Uint8Array>, sha256?: string): Promise<void>
  /** Checks the whole and makes it a file. Doing so again gives the same. */
  finish(id: string): Promise<FileFacts>
  /** What is known of a file. */
  facts(id: string): Promise<FileFacts>
  /** Streams a file or a range of it, which must lie within the file. */
  read(id: string, range?: ByteRange): AsyncIterable<Uint8Array>
  /** Removes a file or an upload, if it is there. */
  remove(id: string): Promise<void>
  /** Removes uploads that have expired, and what a crash left; gives the ids. */
  expire(): Promise<string[]>
  /** Seals the keys of an owner's files with the newest key of the owner; gives the number of files. */
  rewrap(owner: string): Promise<number>
  ping(): Promise<void>
  close(): Promise<void>
}

/** What is kept with a file, sealed like its content. */
export interface FileFacts {
  /** The organisation whose key seals the file. */
  owner: string
  bytes: number
  /** Media type, a `DocumentType`. */
  type: string
  /** In hexadecimal. */
  sha256: string
  /** Makes `saltedHash` tell nothing about the content to who does not have the file. In hexadecimal. */
  salt: string
  /** Anything more, such as what people call the file. */
  about: Readonly<Record<string, string>>
}

export interface NewUpload extends Omit<FileFacts, 'salt'> {
  id: string
}

export interface Upload extends NewUpload {
  /** UTC instant. */
  expiresAt: string
  /** Every part has this many bytes, the last one what is left. */
  partBytes: number
  parts: number
  /** Numbers of the parts that have arrived, in order. */
  received: number[]
}
