import { caseEvents, matchEvents, needEvents, offerEvents } from '@techbridge/contracts'
import { on, type Reaction } from '@techbridge/runtime'
import { matchAgreed, organisationRenamed, profileGone, profilePublished } from '../usecases/match-profile.ts'
import { forgetIfClosed, type Matching } from '../usecases/matching.ts'

/** What matching does when something happens to an offer, a need, a match or its case. */
export const reactions = (matching: Matching): Reaction[] => [
  on(offerEvents.published, (event) => profilePublished(matching, 'offer', event)),
  on(offerEvents.renewed, (event) => profilePublished(matching, 'offer', event)),
  on(offerEvents.withdrawn, (event) => profileGone(matching, 'offer', event, 'offerWithdrawn')),
  on(offerEvents.expired, (event) => profileGone(matching, 'offer', event, 'offerExpired')),
  on(offerEvents.organisationRenamed, (event) => organisationRenamed(matching, 'offer', event)),
  on(needEvents.published, (event) => profilePublished(matching, 'need', event)),
  on(needEvents.renewed, (event) => profilePublished(matching, 'need', event)),
  on(needEvents.withdrawn, (event) => profileGone(matching, 'need', event, 'needWithdrawn')),
  on(needEvents.expired, (event) => profileGone(matching, 'need', event, 'needExpired')),
  on(needEvents.organisationRenamed, (event) => organisationRenamed(matching, 'need', event)),
  on(matchEvents.agreed, ({ subject, data }) => matchAgreed(matching, subject, data)),
  on(matchEvents.rejected, ({ subject }) => forgetIfClosed(matching, subject)),
  on(matchEvents.declined, ({ subject }) => forgetIfClosed(matching, subject)),
  on(matchEvents.lapsed, ({ subject }) => forgetIfClosed(matching, subject)),
  on(caseEvents.terminated, ({ data }) => matching.snapshots.end(data.match)),
  on(caseEvents.completed, ({ data }) => matching.snapshots.end(data.match)),
  on(caseEvents.expired, ({ data }) => matching.snapshots.end(data.match)),
]
