import { AlreadyExists, StaleVersion, type Store, type StoredDocument } from '@techbridge/store'

const blockSize = 20
const maxDigits = 6

/** Gives public references such as `TOCN20261124001`: type, country, day, and a number that is given once that day. */
export type References = (type: string, country: string, at: string) => Promise<string>

/**
 * Numbers come in blocks that are reserved with one guarded write each, so that several instances never give the same one
 * and a batch of records needs few writes. What is left of a block when its day or the process ends is not given any more.
 */
export const createReferences = async (store: Store): Promise<References> => {
  const blocks = await store.collection<StoredDocument>('references', { indexes: [] })
  const open = new Map<string, Promise<number[]>>()
  let today = ''

  const reserve = async (prefix: string): Promise<number[]> => {
    for (;;) {
      const last = await blocks.get(prefix)
      const block = { _id: prefix, version: (last?.version ?? 0) + 1 }
      try {
        if (last) await blocks.replace(block, last.version)
        else await blocks.insert(block)
        return Array.from({ length: blockSize }, (_, place) => (block.version - 1) * blockSize + place + 1)
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyExists)) throw error
      }
    }
  }

  const take = async (prefix: string): Promise<number> => {
    for (;;) {
      const reserving = open.get(prefix) ?? reserve(prefix)
      open.set(prefix, reserving)
      const number = (await reserving.catch(() => [])).shift()
      if (number !== undefined) return number
      if (open.get(prefix) === reserving) open.delete(prefix)
      await reserving
    }
  }

  return async (type, country, at) => {
    const day = at.slice(0, 10).replaceAll('-', '')
    if (day > today) {
      open.clear()
      today = day
    }
    const prefix = `${type}${country}${day}`
    const number = String(await take(prefix)).padStart(3, '0')
    if (number.length > maxDigits)
      throw new Error(`all references of ${prefix} are given; the day has too many records`)
    return prefix + number
  }
}
