import { turns } from '@techbridge/bus'
import {
  type FairnessGrouping,
  type FairnessMeasure,
  type FairnessReport,
  fairnessGrouping,
  fairnessMeasure,
  type Organisation,
  type Party,
  type ProfileKind,
  parties,
} from '@techbridge/contracts'
import { primaryLanguage } from '@techbridge/text'
import { type Count, leastShown, protect, rateOf } from '../domain/fairness.ts'
import type { Match } from '../domain/match.ts'
import { type Matching, matchesOf } from './matching.ts'
import { isLive, profileIn } from './profiles-index.ts'

const kindOf = { provider: 'offer', seeker: 'need' } as const satisfies Record<Party, ProfileKind>
/** ISO 639 code. */
const undetermined = 'und'

type Groups = Record<FairnessGrouping, string>

const groupsOf = ({ country, kind }: Organisation, language = undetermined): Groups => ({ country, kind, language })

/** What became of a match, by measure: true, false, or not yet known. */
const outcomesOf = ({ status, disclosed }: Match): Partial<Record<FairnessMeasure, boolean>> => {
  if (!disclosed) return status === 'rejected' ? { approval: false } : {}
  const hasEnded = status === 'agreed' || status === 'declined' || status === 'lapsed'
  return { approval: true, ...(hasEnded && { agreement: status === 'agreed' }) }
}

/** Exposure, approval and agreement of both sides by country, kind and language, as matches and publications are now. */
export const fairness = async (matching: Matching): Promise<FairnessReport> => {
  const counts = new Map<string, Map<string, Count>>()
  const keyOf = (measure: FairnessMeasure, side: Party, by: FairnessGrouping) => `${measure}\n${side}\n${by}`
  const tally = (measure: FairnessMeasure, side: Party, groups: Groups, came: boolean) => {
    for (const by of fairnessGrouping.options) {
      const key = keyOf(measure, side, by)
      const table = counts.get(key) ?? new Map<string, Count>()
      counts.set(key, table)
      const { of, count } = table.get(groups[by]) ?? { of: 0, count: 0 }
      table.set(groups[by], { of: of + 1, count: count + Number(came) })
    }
  }

  const matches: Match[] = []
  for await (const page of matchesOf(matching, {})) matches.push(...page.map(({ state }) => state))
  for (const side of parties) {
    const kind = kindOf[side]
    const proposed = new Set(matches.map((match) => match[kind].id))
    const languages = new Map<string, string>()
    for await (const { id, organisation, content } of published(matching, kind)) {
      const language = primaryLanguage(content.originalLanguage)
      languages.set(id, language)
      tally('exposure', side, groupsOf(organisation, language), proposed.has(id))
    }
    for (const match of matches)
      for (const [measure, came] of Object.entries(outcomesOf(match)))
        tally(
          fairnessMeasure.parse(measure),
          side,
          groupsOf(match[kind].organisation, languages.get(match[kind].id)),
          came,
        )
  }

  const tables = fairnessMeasure.options.flatMap((measure) =>
    parties.flatMap((side) =>
      fairnessGrouping.options.map((by) => {
        const { total, shown, withheld } = protect(counts.get(keyOf(measure, side, by)) ?? new Map())
        const groups = [...shown].flatMap(([group, one]) => {
          const rate = rateOf(one)
          return rate ? [{ group, ...rate }] : []
        })
        groups.sort((one, other) => other.of - one.of || (one.group < other.group ? -1 : 1))
        return { measure, side, by, total: total && rateOf(total), groups, withheld: [...withheld] }
      }),
    ),
  )
  return { least: leastShown, tables }
}

const pageSize = 100

async function* published({ indexes }: Matching, kind: ProfileKind) {
  const mayGoOn = turns()
  let after: string | undefined
  do {
    const { hits, next } = await indexes[kind].search({ where: isLive, limit: pageSize, after })
    for (const hit of hits) {
      await mayGoOn()
      const found = profileIn(hit)
      if (found) yield found.profile
    }
    after = next
  } while (after !== undefined)
}
