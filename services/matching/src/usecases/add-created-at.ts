import type { Aggregate } from '@techbridge/kit'
import { type Collection, StaleVersion } from '@techbridge/store'
import type { Match } from '../domain/match.ts'

const everything = 1_000_000_000
const batchSize = 200

/** Gives matches of earlier versions the field that parties' lists are ordered by; without it they would not be listed. */
export const addCreatedAt = async (matches: Collection<Aggregate<Match>>): Promise<void> => {
  const withField = await matches.count({ createdAt: { gt: '' } }, everything)
  if (withField === (await matches.count({}, everything))) return
  for (let after: [string, string] | undefined; ; ) {
    const found = await matches.find({ after, limit: batchSize })
    for (const match of found) {
      if ('createdAt' in match) continue
      const { createdAt } = match.state
      // Whoever writes it meanwhile adds the field too.
      await matches.replace({ ...match, createdAt } as Aggregate<Match>, match.version).catch((error) => {
        if (!(error instanceof StaleVersion)) throw error
      })
    }
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}
