import { renewalWindowDays } from '../profiles/vocabulary.ts'
import { type Allowed, instead } from './instead.ts'

/** Why the guards of lifecycles refuse an action, by the name of the guard. */
export const guardSentences = {
  'renewal-window': `a profile may be renewed once, from ${renewalWindowDays} days before it expires.`,
  'own-organisation':
    'an officer of another organisation must decide, unless the owner asked for this and the history records the request.',
  'contact-data': 'no contact data is found in the public texts, so there is nothing to allow.',
  'not-yet-accepted': 'your side has accepted; the other side’s answer is awaited.',
  'officer-of-side': 'an officer of an organisation that is neither side of the match must decide.',
  'office-review': 'the transfer office looks at this match first, and decides whether it goes on.',
  held: 'the gate does not hold this match, so there is nothing to release.',
  'response-deadline': 'the response deadline of the need has passed; its owner may revise the need with a later one.',
  'nda-unsigned': 'your side has signed the NDA; each side signs once.',
  'nda-complete': 'both sides must sign the NDA before the negotiation begins.',
  'clauses-awaited': 'every clause that the other side wrote is agreed.',
  'terms-unaccepted': 'your side has accepted this version; the other side’s answer is awaited.',
  'terms-settled': 'the terms have changed; both sides must accept the same version of them first.',
  'terms-consistent': 'the terms contradict themselves; mend what is listed.',
  'independent-officer':
    'an officer of another organisation than this one, the one above it and those that it was must decide.',
  'document-submitted': 'the organisation has named no document that awaits review.',
  'parent-unconfirmed': 'the organisation above is confirmed already.',
  'has-parent': 'no organisation above is named.',
  'has-manager': 'somebody looks after the people of this organisation, and invites.',
  'room-for-more': 'there are as many members or open invitations as an organisation may have.',
  'room-for-mandates': 'there are as many mandates as an organisation may have; withdraw one first.',
  'room-for-keys': 'there are as many API keys as an organisation may have; revoke one first.',
  'last-manager': 'somebody must look after the people; make another member a manager first.',
  'agreement-unsigned': 'your side has signed the agreement; each side signs once.',
  'agreement-signed': 'your side has not signed the agreement, so there is nothing to take back.',
  'deal-chosen': 'need and offer have no deal type in common; choose one first.',
  'nda-alone': 'this case is to lead to more than an NDA; choose the family nda to end it here.',
  'beyond-nda': 'this case is to lead to an NDA alone; choose another family of agreement to go on.',
  evaluable: 'agreements of this kind have no evaluation before them.',
  'evaluation-cleared':
    'an evaluation discloses across a border, and no officer has cleared it for this offer and these parties.',
  'negotiation-cleared':
    'a negotiation discloses across a border, and no officer has cleared it for this offer and these parties.',
  'signature-cleared':
    'a signature binds across a border, and no officer has cleared it for this offer and these parties.',
  'across-border': 'both sides are in one country, so nothing crosses a border.',
  'has-clearance': 'nothing has been cleared, so there is nothing to take back.',
  'act-cleared': 'this act has not been cleared, so there is nothing to take back.',
  'clearance-prohibited': 'the rules prohibit it; no officer can clear it.',
  'clearance-changed':
    'the rules say something else than when the act was cleared, or were not asked; an officer looks at it again.',
  'encumbrances-settled': 'the provider must have declared what burdens the offer, and each burden must be settled.',
  'not-yet-affirmed': 'the provider has said that no other burden is known.',
  'encumbrance-open': 'there is no burden of the offer that you could settle.',
  'encumbrance-yours':
    'no open burden of this number is yours to settle; the provider settles what inventors have, an officer the rest.',
  'not-yet-approved': 'your side has approved the agreement.',
  'rework-back': 'a case is returned to an earlier step than the one that it is in.',
  'family-fits':
    'agreements of this family are not made for this deal type, or the case has gone too far for an NDA alone.',
  'held-by-other': 'the other side let the case rest; it or an officer lets it go on.',
  'disputed-by-other': 'the other side raised the dispute; it or an officer ends it.',
  'term-ahead': 'the last day of an agreement is one to come, before the year 10000.',
  'being-amended': 'no signed agreement is being changed.',
  'followed-up': 'only a joint laboratory, a demonstration park and capacity building are followed up by indicators.',
  'indicator-fits': 'the indicator is not of this kind of deal, or its day has passed.',
  'indicator-awaited': 'no indicator is awaited.',
  'indicator-open': 'no indicator of this number is awaited.',
  'indicators-done': 'each indicator must be reported or waived first.',
}
export type GuardName = keyof typeof guardSentences

type Refused = Allowed & { action: string }
const closedBy =
  (name: GuardName) =>
  ({ action, ...more }: Refused) =>
    `"${action}" is blocked by ${name}: ${guardSentences[name]} ${instead(more)}`

/** The refusal of an action by a guard, under `guard-` and its name. */
export const guardMessages = Object.fromEntries(
  (Object.keys(guardSentences) as GuardName[]).map((name) => [`guard-${name}`, closedBy(name)]),
) as { [N in GuardName as `guard-${N}`]: ReturnType<typeof closedBy> }
