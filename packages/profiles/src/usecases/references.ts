import { randomInt } from 'node:crypto'
import { message } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { AlreadyExists, type Store, type StoredDocument } from '@techbridge/store'

/** References of earlier versions have eleven digits or more, so that these are never one of them. */
const digits = 10
/** References that are reserved with one write to disk. Those that are left when the process ends are given to nobody. */
const reservedTogether = 20

/** Gives public references such as `TOCN8392041753`: type, country, and digits that tell nothing, not even what was written when. */
export type References = (type: string, country: string) => Promise<string>

interface Reserve {
  ready: string[]
  /** Gives how many it found free. */
  filling?: Promise<number>
}

/** Each reference is a document of that id: an insert of one that was given fails, whichever instance gave it. */
export const createReferences = async (store: Store, random: () => number = () => randomInt(10 ** digits)) => {
  const given = await store.collection<StoredDocument>('references', { indexes: [] })
  const reserves = new Map<string, Reserve>()

  /** The reference, unless somebody has it. */
  const reserve = async (reference: string): Promise<string[]> => {
    try {
      await given.insert({ _id: reference, version: 1 })
      return [reference]
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error
      return []
    }
  }

  const reserveSome = async (prefix: string) => {
    const draws = Array.from({ length: reservedTogether }, () => `${prefix}${String(random()).padStart(digits, '0')}`)
    return (await Promise.all([...new Set(draws)].map(reserve))).flat()
  }

  /** One filling at a time, however many wait for it. */
  const fill = (prefix: string, reserved: Reserve) => {
    reserved.filling ??= reserveSome(prefix)
      .then((references) => {
        reserved.ready.push(...references)
        return references.length
      })
      .finally(() => {
        delete reserved.filling
      })
    return reserved.filling
  }

  const references: References = async (type, country) => {
    const prefix = `${type}${country}`
    const reserved = reserves.get(prefix) ?? { ready: [] }
    reserves.set(prefix, reserved)
    do {
      const next = reserved.ready.shift()
      if (next === undefined) continue
      // What fails here is tried again, and told, by those who find nothing ready.
      if (reserved.ready.length < reservedTogether / 2) fill(prefix, reserved).catch(() => undefined)
      return next
    } while ((await fill(prefix, reserved)) > 0)
    throw new DomainError('conflict', message('no-reference-left', { type, country, tries: reservedTogether }))
  }
  return references
}
