import { type Evidence, evidenceYears } from '@techbridge/contracts'
import { addYears } from '@techbridge/domain'

/** The most that is kept beside the organisation; all of it is in the history. */
const mostKept = 10

/** Evidence of a method that counts from now on, until a given instant at the latest. */
export const evidenceFrom = (
  at: string,
  of: Pick<Evidence, 'method' | 'domain' | 'document' | 'parent'>,
  latest?: string,
): Evidence => {
  const year = addYears(at, evidenceYears)
  return { ...of, at, until: latest !== undefined && latest < year ? latest : year }
}

const isSameSource = (one: Evidence, other: Evidence) =>
  one.method === other.method && one.domain === other.domain && one.parent === other.parent

/** With a new piece, which replaces the one of the same source. */
export const withEvidence = (all: readonly Evidence[], one: Evidence): Evidence[] =>
  [...all.filter((earlier) => !isSameSource(earlier, one)), one].slice(-mostKept)

/** What counts after an instant. */
export const alive = (all: readonly Evidence[], at: string): Evidence[] => all.filter(({ until }) => until > at)

/** Until when an organisation is verified; `undefined` without evidence. */
export const verifiedUntil = (all: readonly Evidence[]): string | undefined =>
  all.map(({ until }) => until).reduce<string | undefined>((last, one) => (!last || one > last ? one : last), undefined)

/** When evidence of its own, which is not a word of the organisation above it, ends: only that lets it vouch for others. */
export const ownProofUntil = (all: readonly Evidence[]) =>
  verifiedUntil(all.filter(({ method }) => method !== 'parent'))
