import { renewalWindowDays } from '../profiles/vocabulary.ts'
import { type Allowed, instead } from './instead.ts'

/** Why the guards of lifecycles refuse an action, by the name of the guard. */
export const guardSentences = {
  'renewal-window': `a profile may be renewed once, from ${renewalWindowDays} days before it expires.`,
  'own-organisation':
    'an officer of another organisation must decide, unless the owner asked for this and the history records the request.',
  'contact-data': 'no contact data is found in the public texts, so there is nothing to allow.',
  'not-yet-accepted': 'your side has accepted; the other side’s answer is awaited.',
  'office-review': 'the transfer office looks at this match first, and decides whether it goes on.',
  held: 'the gate does not hold this match, so there is nothing to release.',
  'response-deadline': 'the response deadline of the need has passed; its owner may revise the need with a later one.',
  'nda-unsigned': 'your side has signed the NDA; each side signs once.',
  'nda-complete': 'both sides must sign the NDA before the negotiation begins.',
  'agreement-unsigned': 'your side has signed the agreement; each side signs once.',
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
