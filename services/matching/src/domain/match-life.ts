import {
  type GateAnswer,
  isSameOrganisation,
  type LapseCause,
  type MatchAction,
  matchEvents,
  matchStatus,
  type Organisation,
  type Party,
  type ProfileKind,
  parties,
  partyIn,
  type Refusal,
} from '@techbridge/contracts'
import { type EventsOf, type Guard, lifecycleOf } from '@techbridge/domain'
import { answerTime, awaited, closesAt, endsAfterEscalation, endsAt, remindAt } from './answer-times.ts'
import { type Aspect, bearingOn } from './aspects.ts'
import { isHeld, isSameAnswer } from './gate.ts'
import {
  asPartiesSee,
  isNewer,
  isOutdated,
  isSame,
  type Match,
  type Relation,
  type Revisions,
  relationsTo,
} from './match.ts'

export type MatchEvent = EventsOf<typeof matchEvents>

const life = lifecycleOf<Match, Relation, MatchEvent, MatchAction>({
  name: 'match',
  statuses: matchStatus.options,
  relations: relationsTo,
})

const notYetAccepted: Guard<Match, Relation> = {
  name: 'not-yet-accepted',
  passes: ({ accepted }, { relations }) => !accepted.some((party) => party === partyIn(relations)),
}

/** Between the response deadline and the lapse, which the calendar brings, nobody approves or accepts any more. */
const inTime: Guard<Match, Relation> = {
  name: 'response-deadline',
  passes: (match, { at }) => {
    const closing = closesAt(match)
    return closing === undefined || at < closing
  },
}

/** What the gate holds goes on once an officer has released it. What the gate found is for officers. */
const officeReview: Guard<Match, Relation> = {
  name: 'office-review',
  passes: (match) => !isHeld(match),
  found: ({ gate }, { relations }) => (relations.includes('officer') ? gate : undefined),
}

/** Nobody decides as an officer on a match of the own organisation. */
const ofNeitherSide: Guard<Match, Relation> = {
  name: 'officer-of-side',
  passes: (_, { relations }) => !relations.includes('insider'),
}

const held: Guard<Match, Relation> = { name: 'held', passes: isHeld }

type Sides = Pick<Match, 'id' | 'need' | 'offer'>
const sides = ({ id, need, offer }: Sides) => ({ id, need, offer })

interface Proposal extends Sides, Pick<Match, 'score' | 'features' | 'scoring'> {
  /** What has changed since the revisions that were matched last; absent when that is not known. */
  changed?: readonly Aspect[]
  gate: GateAnswer
}

type Scored = Extract<MatchEvent, { type: typeof matchEvents.rescored.type }>['data']
const scored = ({ score, features, scoring, gate, ...proposal }: Proposal) => ({
  ...sides(proposal),
  score,
  features,
  scoring,
  gate,
})
const proposed = (proposal: Proposal, at: string) => ({
  ...scored(proposal),
  ...due({ ...sides(proposal), status: 'proposed', askedAt: at, accepted: [] }),
})

/** Both statuses in which answers are awaited have a time for them. */
const due = (match: Parameters<typeof answerTime>[0]) => {
  const time = answerTime(match)
  if (time === undefined) throw new Error(`a match in status ${match.status} awaits no answer`)
  return { dueAt: time.at, dueAtStanding: time.calendar?.standing }
}

/** From now on another answer is awaited, until the end that was said if one was. */
const askedAnew = (at: string, saidDueAt?: string) => ({
  askedAt: at,
  saidDueAt,
  remindedAt: undefined,
  escalatedAt: undefined,
})

/** The state of a pair that an officer is asked about. What came before leaves its date of creation alone. */
const asked = (
  {
    id,
    need,
    offer,
    score,
    features,
    scoring,
    gate,
    dueAt,
  }: Omit<Proposal, 'gate'> & Pick<Match, 'gate'> & { dueAt: string },
  at: string,
) => ({
  id,
  need,
  offer,
  score,
  features,
  scoring,
  gate,
  accepted: [],
  disclosed: false,
  refusal: undefined,
  ...askedAnew(at, dueAt),
})

/** How the match stands with the gate from now on. Who answers next may be another, whose time then begins. */
const gated = (match: Match, gate: Match['gate'], at: string): Pick<Match, 'gate'> & Partial<Match> => ({
  gate,
  ...(awaited({ ...match, gate }) !== awaited(match) && askedAnew(at)),
})

const released = (match: Match, reason: string, at: string) =>
  gated(match, match.gate && { ...match.gate, release: { reason, at } }, at)

/** What the pair scores by now, of the same texts. What the gate said of them stands. */
type Rescoring = Revisions & Pick<Match, 'score' | 'features' | 'scoring'>

/** A score that differs by less is the same to who reads it. */
const leastChange = 0.01

const rescore = {
  from: ['proposed', 'approved'],
  event: matchEvents.rescored,
  changes: (match: Match, { need, offer, score, features, scoring, gate }: Scored, at: string): Partial<Match> => ({
    need,
    offer,
    score,
    features,
    scoring,
    // What a side accepted was another text: both are asked again.
    accepted: isSame({ need, offer }, match) ? match.accepted : [],
    ...(gate && gated(match, gate, at)),
  }),
} as const

const seenIn = ({ disclosed, seen, need, offer, status, accepted, refusal }: Match): Match['seen'] =>
  disclosed ? { need, offer, status, accepted, refusal } : seen

/** Whether an open match is to be about the proposal from now on: of newer texts, or of the same with another answer of the gate. */
const isNews = (match: Match, proposal: Proposal) =>
  isNewer(proposal, match) || (isSame(proposal, match) && !isSameAnswer(match.gate, proposal.gate))

/** A lapsed pair comes back when either profile has changed since, a refused one only when something changed that bears on the reason. */
const comesBack = (match: Match, proposal: Proposal) =>
  isNewer(proposal, match) &&
  (!match.refusal || bearingOn[match.refusal.code].some((aspect) => proposal.changed?.includes(aspect)))

/** A deadline for responses that passes takes nothing from a match to which the provider responded in time. */
const hasResponse = ({ accepted }: Match, cause: LapseCause) =>
  cause === 'needDeadlinePassed' && accepted.includes('provider')

const mayLapse = (match: Match, { cause, assessed }: Lapse) =>
  !hasResponse(match, cause) && !(assessed && isOutdated(assessed, match))

/** Why a match lapses; with the answer of the gate when that is why. */
interface Lapse {
  cause: LapseCause
  gate?: GateAnswer
  /** What was assessed, when that is why: a match of newer texts does not lapse because of older ones. */
  assessed?: Revisions
}
const lapse = {
  to: 'lapsed',
  event: matchEvents.lapsed,
  changes: (_: Match, { gate }: Pick<Lapse, 'gate'>) => (gate ? { gate } : {}),
} as const
const lapsed = (match: Match, { cause, gate }: Lapse) => ({
  ...sides(match),
  cause,
  ...(gate && { gate }),
  disclosed: match.disclosed,
})

/**
 * The side's organisation as it is described by now. Of an anonymous side that a party may not know yet nothing happens: the version
 * that the party sees would change together with the profiles that bear the organisation's name.
 */
const renamed = (match: Match, { kind, organisation }: { kind: ProfileKind; organisation: Organisation }) => {
  const side = match[kind]
  const isHidden = side.anonymous && match.disclosed && match.status !== 'agreed'
  if (isHidden || side.organisation.id !== organisation.id || isSameOrganisation(side.organisation, organisation))
    return undefined
  const party: Party = kind === 'offer' ? 'provider' : 'seeker'
  return { ...sides(match), [kind]: { ...side, organisation }, party, disclosed: match.disclosed }
}

/**
 * The life of a match. An officer is reminded at half of the time; at its end the officer's lead is asked, and after as much time
 * again the match lapses. Parties are reminded at half of their time; at its end the match lapses. The response deadline of the need
 * ends it all.
 */
const table = life.table([
  life.begins({
    action: 'propose',
    to: 'proposed',
    event: matchEvents.proposed,
    says: (proposal: Proposal, { at }) => proposed(proposal, at),
    makes: (data, at, status) => ({ ...asked(data, at), status, createdAt: at }),
  }),
  life.reaction({
    action: 'propose',
    ...rescore,
    says: (match, proposal: Proposal) =>
      isNews(match, proposal) ? scored({ ...proposal, ...(isSame(proposal, match) && sides(match)) }) : undefined,
  }),
  life.reaction({
    action: 'rescore',
    ...rescore,
    says: (match, { need, offer, score, features, scoring }: Rescoring) =>
      isSame({ need, offer }, match) && Math.abs(score - match.score) >= leastChange
        ? { ...sides(match), score, features, scoring }
        : undefined,
  }),
  life.reaction({
    action: 'propose',
    from: ['rejected', 'declined', 'lapsed'],
    to: 'proposed',
    event: matchEvents.proposed,
    says: (match, proposal: Proposal, { at }) => (comesBack(match, proposal) ? proposed(proposal, at) : undefined),
    changes: (match, data, at) => ({ ...asked(data, at), seen: seenIn(match) }),
  }),

  life.step({
    action: 'approve',
    from: 'proposed',
    to: 'approved',
    by: ['officer'],
    guards: [ofNeitherSide, inTime, officeReview],
    event: matchEvents.approved,
    says: (match, _, { at }) => ({ ...sides(match), ...due({ ...match, status: 'approved', ...askedAnew(at) }) }),
    changes: (_, { dueAt }, at) => ({ disclosed: true, seen: undefined, ...askedAnew(at, dueAt) }),
  }),
  life.step({
    action: 'reject',
    from: 'proposed',
    to: 'rejected',
    by: ['officer'],
    guards: [ofNeitherSide],
    event: matchEvents.rejected,
    says: (match, { refusal }: { refusal: Refusal }) => ({ ...sides(match), refusal }),
    changes: (_, { refusal }) => ({ refusal }),
  }),
  life.step({
    action: 'release',
    from: ['proposed', 'approved'],
    by: ['officer'],
    guards: [ofNeitherSide, held],
    event: matchEvents.released,
    says: (match, { reason }: { reason: string }, { at }) => ({
      ...sides(match),
      reason,
      ...due({ ...match, ...released(match, reason, at) }),
    }),
    changes: (match, { reason, dueAt }, at) => ({ ...released(match, reason, at), saidDueAt: dueAt }),
  }),
  life.step({
    action: 'accept',
    from: 'approved',
    by: parties,
    guards: [notYetAccepted, inTime, officeReview],
    event: matchEvents.accepted,
    says: (match, _, { relations }) => {
      const party = partyIn(relations)
      return party && { ...sides(match), party }
    },
    changes: ({ accepted }, { party }) => ({ accepted: [...accepted, party] }),
    followedBy: ({ accepted }) => (accepted.length === parties.length ? ['agree'] : []),
  }),
  life.reaction({
    action: 'agree',
    from: 'approved',
    to: 'agreed',
    event: matchEvents.agreed,
    says: (match) => (match.accepted.length === parties.length ? sides(match) : undefined),
  }),
  life.step({
    action: 'decline',
    from: 'approved',
    to: 'declined',
    by: parties,
    event: matchEvents.declined,
    says: (match, { refusal }: { refusal: Refusal }, { relations }) => {
      const party = partyIn(relations)
      return party && { ...sides(match), party, refusal }
    },
    changes: (_, { refusal }) => ({ refusal }),
  }),

  life.deadline({
    action: 'close',
    from: ['proposed', 'approved'],
    ...lapse,
    dueAt: closesAt,
    says: (match) => lapsed(match, { cause: 'needDeadlinePassed' }),
  }),
  life.deadline({
    action: 'remind',
    from: ['proposed', 'approved'],
    event: matchEvents.reminded,
    dueAt: remindAt,
    says: (match) => ({
      ...sides(match),
      ...due(match),
      awaiting: awaited(match) ?? 'officer',
    }),
    changes: (_, { dueAt }, at) => ({ remindedAt: at, saidDueAt: dueAt }),
  }),
  life.deadline({
    action: 'escalate',
    from: ['proposed', 'approved'],
    event: matchEvents.escalated,
    dueAt: (match) => (awaited(match) === 'parties' || match.escalatedAt ? undefined : endsAt(match)),
    says: (match) => ({ ...sides(match), ...due(match) }),
    changes: (_match, _data, at) => ({ escalatedAt: at }),
  }),
  life.deadline({
    action: 'run-out',
    from: ['proposed', 'approved'],
    ...lapse,
    dueAt: (match) => (awaited(match) === 'parties' ? endsAt(match) : endsAfterEscalation(match)),
    says: (match) => lapsed(match, { cause: 'noAnswer' }),
  }),
  life.reaction({
    action: 'lapse',
    from: ['proposed', 'approved'],
    ...lapse,
    says: (match, given: Lapse) => (mayLapse(match, given) ? lapsed(match, given) : undefined),
  }),
  life.reaction({
    action: 'rename',
    from: 'any',
    event: matchEvents.organisationRenamed,
    says: renamed,
    changes: (_, { need, offer }) => ({ need, offer }),
  }),
])

export type MatchCommand = Parameters<typeof table.decide>[1]

/** Parties answer what they see, so that no refusal tells them of steps that they do not. */
export const matchLife: typeof table = {
  ...table,
  decide: (match, command) => {
    const isAnswer = command.type === 'accept' || command.type === 'decline'
    return table.decide(match && isAnswer ? (asPartiesSee(match) ?? match) : match, command)
  },
}
