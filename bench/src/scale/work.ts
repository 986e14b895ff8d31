import type { Client } from '@techbridge/client'
import { needsApi, offersApi, type ProfileKind, searchApi } from '@techbridge/contracts'
import { median, quantile } from '../measure.ts'
import { importing } from '../publish-to-match.ts'
import { seeded } from '../seeded.ts'

const searches = 300
const linesOfOne = 250
export const apis = { offer: offersApi, need: needsApi } as const

/** Imports and publishes; fails when a row is not taken. */
export const load = async (officer: Client, kind: ProfileKind, lines: readonly unknown[]) => {
  for (let at = 0; at < lines.length; at += linesOfOne) {
    const { body } = await officer.call(apis[kind].import, { ...importing, lines: lines.slice(at, at + linesOfOne) })
    const refused = body.rows.find(({ outcome }) => outcome !== 'created')
    if (refused) throw new Error(`a row was not taken: ${JSON.stringify(refused)}`)
  }
}

/** Words of the corpus's own texts, three a query, some of them common. */
export const queriesOf = (texts: readonly string[]) => {
  const random = seeded(3)
  const words = texts.join(' ').match(/\p{L}{4,}/gu) ?? []
  return Array.from({ length: searches }, () =>
    Array.from({ length: 3 }, () => words[Math.floor(random() * words.length)]).join(' '),
  )
}

/** Milliseconds of a search, and how many listings one finds. */
export const searchSome = async (client: Client, queries: readonly string[]) => {
  const times: number[] = []
  let found = 0
  for (const q of queries) {
    const began = performance.now()
    const { body } = await client.call(searchApi.search, { query: { q, limit: 20 } })
    times.push(performance.now() - began)
    found += body.total
  }
  return { p50: median(times), p99: quantile(times, 0.99), found: found / queries.length }
}
