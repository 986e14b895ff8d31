import { isSameOrganisation, type LapseCause, matchEvents } from '@techbridge/contracts'
import { DomainError, type Situation } from '@techbridge/kit/domain'
import { bearingOn } from './aspects.ts'
import { isOpen, type Match, type MatchCommand, type MatchEvent, type Relation, relationsTo } from './match.ts'
import { answerBy, inTime, matchWorkflow, nextDeadline } from './workflow.ts'

type Propose = Extract<MatchCommand, { type: 'propose' }>

/** The rules of a match: what a command makes happen. */
export const decide = (match: Match | undefined, command: MatchCommand): MatchEvent[] => {
  if (command.type === 'propose') return propose(match, command)
  if (!match) throw new DomainError('notFound', 'not-found', 'There is no such match.')
  const { id, need, offer } = match
  const situation = { relations: relationsTo(match, command.by), at: command.at }

  switch (command.type) {
    case 'approve': {
      const status = matchWorkflow.next(match, 'approve', situation)
      const dueAt = answerBy({ ...match, status, askedAt: command.at }) as string
      return [{ type: matchEvents.approved.type, data: { id, need, offer, dueAt } }]
    }
    case 'reject':
      matchWorkflow.next(match, 'reject', situation)
      return [{ type: matchEvents.rejected.type, data: { id, need, offer, refusal: command.refusal } }]
    case 'accept': {
      matchWorkflow.next(match, 'accept', situation)
      requireInTime(match, situation)
      const party = situation.relations[0] as 'provider' | 'seeker'
      const accepted: MatchEvent = { type: matchEvents.accepted.type, data: { id, need, offer, party } }
      const agreed: MatchEvent = { type: matchEvents.agreed.type, data: { id, need, offer } }
      return match.accepted.length === 1 ? [accepted, agreed] : [accepted]
    }
    case 'decline': {
      matchWorkflow.next(match, 'decline', situation)
      const party = situation.relations[0] as 'provider' | 'seeker'
      return [{ type: matchEvents.declined.type, data: { id, need, offer, party, refusal: command.refusal } }]
    }
    case 'lapse':
      return isOpen(match) && !hasResponse(match, command.cause) ? [lapsed(match, command.cause)] : []
    case 'rename':
      return rename(match, command)
    case 'deadline':
      return deadline(match, command.at)
  }
}

/**
 * A lapsed pair comes back when either profile has changed since, a refused one only when something has changed that bears on
 * the reason; an open one is scored anew.
 */
const propose = (
  match: Match | undefined,
  { id, need, offer, score, features, changed, at }: Propose,
): MatchEvent[] => {
  const dueAt = answerBy({ status: 'proposed', askedAt: at, need, accepted: [] }) as string
  const proposed: MatchEvent = { type: matchEvents.proposed.type, data: { id, need, offer, score, features, dueAt } }
  if (!match) return [proposed]
  const isOlder = need.revision < match.need.revision || offer.revision < match.offer.revision
  const isSame = need.revision === match.need.revision && offer.revision === match.offer.revision
  if (isOlder || isSame || match.status === 'agreed') return []
  if (isOpen(match)) return [{ type: matchEvents.rescored.type, data: { id, need, offer, score, features } }]
  if (match.refusal && !bearingOn[match.refusal.code].some((aspect) => changed?.includes(aspect))) return []
  return [proposed]
}

/** Between the response deadline and the lapse, which the calendar brings, nobody accepts any more. */
const requireInTime = (match: Match, situation: Situation<Relation>) => {
  if (inTime.passes(match, situation)) return
  throw new DomainError(
    'conflict',
    `guard-${inTime.name}`,
    `"accept" is closed by ${inTime.name}: ${inTime.otherwise}`,
    {
      allowed: matchWorkflow.actions(match, situation).filter((action) => action !== 'accept'),
    },
  )
}

/** A deadline for responses that passes takes nothing from a match to which the provider responded in time. */
const hasResponse = ({ accepted }: Match, cause: LapseCause) =>
  cause === 'needDeadlinePassed' && accepted.includes('provider')

const lapsed = ({ id, need, offer, disclosed }: Match, cause: LapseCause): MatchEvent => ({
  type: matchEvents.lapsed.type,
  data: { id, need, offer, cause, disclosed },
})

/**
 * The side's organisation as it is described by now. Of an anonymous side that a party may not know yet nothing happens: the version
 * that the party sees would change together with the profiles that bear the organisation's name.
 */
const rename = (match: Match, { kind, organisation }: Extract<MatchCommand, { type: 'rename' }>): MatchEvent[] => {
  const { id, need, offer, disclosed, status } = match
  const side = match[kind]
  const isHidden = side.anonymous && disclosed && status !== 'agreed'
  if (isHidden || side.organisation.id !== organisation.id || isSameOrganisation(side.organisation, organisation))
    return []
  const party = kind === 'offer' ? 'provider' : 'seeker'
  const data = { id, need, offer, [kind]: { ...side, organisation }, party, disclosed } as const
  return [{ type: matchEvents.organisationRenamed.type, data }]
}

const deadline = (match: Match, at: string): MatchEvent[] => {
  const due = nextDeadline(match)
  if (!due || at < due.at) return []
  const { id, need, offer } = match
  const dueAt = answerBy(match) as string
  switch (due.action) {
    case 'remind': {
      const awaiting = match.status === 'proposed' ? 'officer' : 'parties'
      return [{ type: matchEvents.reminded.type, data: { id, need, offer, dueAt, awaiting } }]
    }
    case 'escalate':
      return [{ type: matchEvents.escalated.type, data: { id, need, offer, dueAt } }]
    case 'lapse':
      return [lapsed(match, due.cause)]
  }
}
