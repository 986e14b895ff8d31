import { randomInt } from 'node:crypto'
import { message } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { AlreadyExists, type Store, type StoredDocument } from '@techbridge/store'

/** References of earlier versions have eleven digits or more, so that these are never one of them. */
const digits = 10
const mostTries = 20

/** Gives public references such as `TOCN8392041753`: type, country, and digits that tell nothing, not even what was written when. */
export type References = (type: string, country: string) => Promise<string>

/** Each reference is a document of that id: an insert of one that was given fails, whichever instance gave it. */
export const createReferences = async (store: Store, random: () => number = () => randomInt(10 ** digits)) => {
  const given = await store.collection<StoredDocument>('references', { indexes: [] })

  const references: References = async (type, country) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const reference = `${type}${country}${String(random()).padStart(digits, '0')}`
      try {
        await given.insert({ _id: reference, version: 1 })
        return reference
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error
      }
    }
    throw new DomainError('conflict', message('no-reference-left', { type, country, tries: mostTries }))
  }
  return references
}
