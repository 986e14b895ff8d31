import { randomInt } from 'node:crypto'
import { message } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { AlreadyExists, type Store, type StoredDocument } from '@techbridge/store'

/** References of earlier versions have eleven digits or more, so they never collide with these. */
const digits = 10
/** References reserved with one write to disk. Those left when the process ends are never used. */
const reservedTogether = 20

/** Returns public references such as `TOCN8392041753`: type, country, and digits that reveal nothing, not even an order in time. */
export type References = (type: string, country: string) => Promise<string>

interface Reserve {
  ready: string[]
  /** Resolves with the number of free references found. */
  filling?: Promise<number>
}

/** Each reference is a document with that id: inserting a used one fails, whichever instance used it. */
export const createReferences = async (store: Store, random: () => number = () => randomInt(10 ** digits)) => {
  const given = await store.collection<StoredDocument>('references', { indexes: [] })
  const reserves = new Map<string, Reserve>()

  /** The reference, unless it is taken. */
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

  /** One refill at a time, however many wait for it. */
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
      // A failure is retried, and reported, by those who find nothing ready.
      if (reserved.ready.length < reservedTogether / 2) fill(prefix, reserved).catch(() => undefined)
      return next
    } while ((await fill(prefix, reserved)) > 0)
    throw new DomainError('conflict', message('no-reference-left', { type, country, tries: reservedTogether }))
  }
  return references
}
