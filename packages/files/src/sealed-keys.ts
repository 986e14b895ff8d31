import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { openBox, sealBox } from './box.ts'
import { FileError } from './errors.ts'
import type { Keys } from './keys.ts'
import { Exists, type Objects, once, wholeOf } from './objects.ts'

/** The keys of an owner, newest last, each sealed with the key of the deployment. */
const keyRing = z.object({
  format: z.literal(1),
  owner: z.string(),
  keys: z.array(z.object({ id: z.string(), sealed: z.string() })).min(1),
})
type KeyRing = z.infer<typeof keyRing>
type SealedKey = KeyRing['keys'][number]

const masterOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'techbridge keys of organisations', 32))
const purposeOf = (owner: string, id: string) => `key ${id} of ${owner}`
/** Ids of owners are never used as names. */
const nameOf = (owner: string) => `keys/${createHash('sha256').update(owner).digest('hex')}`
const json = (ring: KeyRing) => Buffer.from(JSON.stringify(ring))

const read = async (objects: Objects, name: string): Promise<KeyRing | undefined> => {
  const content = await objects.get(name)
  if (!content) return undefined
  try {
    return keyRing.parse(JSON.parse((await wholeOf(content)).toString()))
  } catch (cause) {
    throw new Error(`${name} holds no keys; put it back from a backup`, { cause })
  }
}

/** Keys of organisations, sealed with the secret of the deployment and kept as objects, best apart from what they open. */
export const openSealedKeys = (objects: Objects, secret: string): Keys => {
  const master = masterOf(secret)

  const newKey = (owner: string): SealedKey => {
    const id = randomBytes(8).toString('hex')
    return { id, sealed: sealBox(master, purposeOf(owner, id), randomBytes(32)) }
  }
  const opened = (owner: string, { id, sealed }: SealedKey) => {
    try {
      return openBox(master, purposeOf(owner, id), sealed)
    } catch (cause) {
      throw new Error(`the keys of ${owner} do not open with this SECRET; set the one that they were sealed with`, {
        cause,
      })
    }
  }

  const ringOf = async (owner: string): Promise<KeyRing> => {
    const found = await read(objects, nameOf(owner))
    if (found) return found
    const made = json({ format: 1, owner, keys: [newKey(owner)] })
    await objects.put(nameOf(owner), once(made), made.length).catch((error) => {
      if (!(error instanceof Exists)) throw error
    })
    return ringOf(owner)
  }

  /** Changes of this process, one after another. */
  let changing: Promise<unknown> = Promise.resolve()
  const change = (owner: string, next: (keys: SealedKey[]) => SealedKey[]): Promise<void> => {
    const changed = changing.then(async () => {
      const found = await ringOf(owner)
      await objects.replace(nameOf(owner), json({ ...found, keys: next(found.keys) }))
    })
    changing = changed.catch(() => undefined)
    return changed
  }

  return {
    seal: async (owner, purpose, plain) => {
      const newest = (await ringOf(owner)).keys.at(-1)
      if (!newest) throw new Error(`${owner} has no key`)
      return `${newest.id}.${sealBox(opened(owner, newest), purpose, plain)}`
    },

    open: async (owner, purpose, sealed) => {
      const [id, box = ''] = sealed.split('.')
      const key = (await read(objects, nameOf(owner)))?.keys.find((one) => one.id === id)
      if (!key) throw new FileError('erased')
      return openBox(opened(owner, key), purpose, box)
    },

    rotate: (owner) => change(owner, (keys) => [...keys, newKey(owner)]),
    retire: (owner) => change(owner, (keys) => keys.slice(-1)),
    erase: (owner) => objects.wipe(nameOf(owner)),

    owners: async () => {
      const rings = await Promise.all((await objects.list('keys')).map((name) => read(objects, name)))
      return rings.flatMap((ring) => ring?.owner ?? []).sort()
    },

    close: () => objects.close(),
  }
}

/** Seals all keys with another secret; gives their number. One that was cut off goes on when it is called again with the same two. */
export const resealKeys = async (objects: Objects, before: string, after: string): Promise<number> => {
  const masters = [masterOf(after), masterOf(before)]
  const openedBy = (master: Buffer, owner: string, { id, sealed }: SealedKey) => {
    try {
      return openBox(master, purposeOf(owner, id), sealed)
    } catch {
      return undefined
    }
  }
  let count = 0
  for (const name of await objects.list('keys')) {
    const ring = await read(objects, name)
    if (!ring) continue
    const { owner } = ring
    const keys = ring.keys.map((key) => {
      const plain = masters.map((master) => openedBy(master, owner, key)).find((one) => one !== undefined)
      if (!plain) throw new Error(`${name} opens with neither secret; put it back from a backup`)
      return { id: key.id, sealed: sealBox(masterOf(after), purposeOf(owner, key.id), plain) }
    })
    await objects.replace(name, json({ ...ring, keys }))
    count += 1
  }
  return count
}
