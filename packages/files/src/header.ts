import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { openBox, sealBox } from './box.ts'
import type { SealedFile } from './chunks.ts'
import { FileError } from './errors.ts'
import type { FileFacts } from './files.ts'
import type { Keys } from './keys.ts'

/** What stands before the parts of a file: whose key opens it, and the rest sealed. */
const header = z.object({
  format: z.literal(1),
  owner: z.string(),
  /** The key of the file, sealed with the owner's. */
  key: z.string(),
  facts: z.string(),
  expiresAt: z.string(),
})
export type Header = z.infer<typeof header>

const facts = z.object({
  owner: z.string(),
  bytes: z.int().min(0),
  type: z.string(),
  sha256: z.string(),
  salt: z.string(),
  about: z.record(z.string(), z.string()),
})

const keyPurpose = (id: string) => `key of file ${id}`
const factsPurpose = (id: string) => `facts of file ${id}`

export const makeHeader = async (keys: Keys, id: string, known: FileFacts, expiresAt: string): Promise<Header> => {
  const key = randomBytes(32)
  return {
    format: 1,
    owner: known.owner,
    key: await keys.seal(known.owner, keyPurpose(id), key),
    facts: sealBox(key, factsPurpose(id), Buffer.from(JSON.stringify(known))),
    expiresAt,
  }
}

export const parseHeader = (content: Buffer): Header => {
  try {
    return header.parse(JSON.parse(content.toString()))
  } catch (cause) {
    throw new FileError('damaged', { cause })
  }
}

export const openHeader = async (
  keys: Keys,
  id: string,
  found: Header,
): Promise<{ file: SealedFile; facts: FileFacts }> => {
  const key = await keys.open(found.owner, keyPurpose(id), found.key)
  const known = facts.parse(JSON.parse(openBox(key, factsPurpose(id), found.facts).toString()))
  if (known.owner !== found.owner) throw new FileError('damaged')
  return { file: { id, key, bytes: known.bytes }, facts: known }
}

/** The same header with the file's key under the newest key of the owner. */
export const rewrapped = async (keys: Keys, id: string, found: Header): Promise<Header> => {
  const key = await keys.open(found.owner, keyPurpose(id), found.key)
  return { ...found, key: await keys.seal(found.owner, keyPurpose(id), key) }
}
