import type { Caller, ExplanationLanguage } from '@techbridge/contracts'
import { type Explanation, isDraft, isMatchingCode, renderIn } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import { changesOf, type ScoreChange } from '../domain/changes.ts'
import { featureNames, type Reasons, reasonsOf, type Said, unknownReasons } from '../domain/reasons.ts'
import { type Assessing, comparedSides, termsOf } from './assess-pair.ts'
import { readsAll, type Seen, withContent } from './disclosure.ts'
import type { Matching } from './matching.ts'
import { findProfile, type IndexedProfile } from './profiles-index.ts'
import { reasonsTask } from './tasks.ts'

interface Explained extends Reasons {
  changes?: ScoreChange[]
}

/** Why a match was proposed, from what the caller may read of it. */
export const explainMatch = async (matching: Matching, seen: Seen, caller: Caller): Promise<Explained> => {
  const { match, contents, view } = seen
  const isOffice = isOfficer(caller)
  if (!isOffice && !contents) return unknownReasons
  const { body } = await withContent(matching, seen, caller)
  const [need, offer] = [body.need.content, body.offer.content]
  if (!need || !offer || !('trl' in offer) || 'trl' in need) return unknownReasons
  const both = readsAll(match, caller, contents)
  const reasons = await reasonsIn(matching, view, {
    need: { content: need, full: both || caller.role === 'seeker' },
    offer: { content: offer, full: both || caller.role === 'provider' },
  })
  return isOffice ? { ...reasons, changes: await changesToMatch(matching, match) } : reasons
}

/** Long texts take long to analyse. */
export const reasonsIn = async (
  { offload }: Pick<Matching, 'offload'>,
  ...[{ score, features }, sides]: Parameters<typeof reasonsOf>
): Promise<Reasons> =>
  offload ? await offload(reasonsTask, { scored: { score, features }, sides }) : reasonsOf({ score, features }, sides)

/** What is published now tells nothing of another revision that was matched. */
const changesToMatch = async (matching: Matching, { need, offer }: Seen['match']): Promise<ScoreChange[]> => {
  const [one, other] = await Promise.all([
    findProfile(matching.indexes.need, need.id),
    findProfile(matching.indexes.offer, offer.id),
  ])
  const isMatched = one?.profile.revision === need.revision && other?.profile.revision === offer.revision
  return isMatched ? await changesTo(matching, one, other) : []
}

/** What would change the score of a pair, as the corpus is now. */
export const changesTo = async (
  { indexes, models }: Assessing,
  need: IndexedProfile,
  offer: IndexedProfile,
): Promise<ScoreChange[]> => {
  const statistics = await indexes.offer.frequencies(termsOf(need))
  return changesOf(comparedSides(need, offer, statistics).telling, statistics, models.current())
}

/** The explanation in a language. */
export const toldIn = (language: ExplanationLanguage, explained: Explained): Explanation => {
  const told = ({ code, params }: Said, otherwise = code) => ({
    code,
    params,
    text: isMatchingCode(code) ? renderIn(language, { code, params }) : otherwise,
  })
  const { score, reasons, against, missing, changes } = explained
  return {
    language,
    draft: isDraft(language),
    score,
    reasons: reasons.map(({ feature, share, said, why, terms }) => ({
      feature,
      name: told(featureNames[feature]).text,
      share,
      ...told(said, why),
      terms,
    })),
    against: against.map(({ said, ...rest }) => ({ ...rest, ...told(said) })),
    missing: missing.map(({ said, ...rest }) => ({ ...rest, ...told(said) })),
    changes: changes?.map(({ change, said }) => ({ change, ...told(said) })),
  }
}
