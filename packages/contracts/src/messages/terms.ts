import { type Allowed, instead } from './instead.ts'

/** What contradicts itself in a term sheet or looks odd, and what the negotiation refuses. */
export const termsMessages = {
  'money-currencies': ({ one, other }: { one: string; other: string }) =>
    `${one} and ${other} cannot be added or compared. Give all amounts in one currency.`,
  'money-out-of-range': ({ amount, most }: { amount: string; most: string }) =>
    `The amount of ${amount} minor units cannot be carried; amounts are from 0 to ${most}.`,

  'terms-not-proposed': ({ id, ...more }: Allowed & { id: string }) =>
    `The case ${id} has no term sheet yet. ${instead(more)}`,
  'terms-not-negotiated': (given: Allowed & { status: string; negotiated: readonly string[] }) =>
    `The case is in status "${given.status}"; terms are negotiated in ${given.negotiated.join(', ')}. ${instead(given)}`,
  'document-unreadable': ({ letters }: { letters: readonly string[] }) =>
    `The terms have letters that the fonts of documents lack: ${letters.join(' ')}. Write them in another script, or read the terms as JSON.`,
  'terms-unchanged': () => 'This would change nothing. Give a clause that differs, or one to remove.',
  'terms-refused': () => 'The request does not fit the terms as they stand. Mend what is listed.',
  'terms-refused.removed': () => 'is not in the terms, so it cannot be removed',
  'terms-refused.both': () => 'is given and removed at once',
  'terms-refused.reason': () => 'gives a reason for a clause that is not changed',
  'terms-refused.absent': () => 'is not in the terms',
  'terms-refused.own': () => 'was written by your own side, so the other side must agree to it',
  'terms-refused.agreed': () => 'is agreed already',
  'terms-no-such-version': ({ latest }: { latest: number }) => `must be a version from 1 to ${latest}`,
  'royalty-not-computed': () => 'The royalty cannot be computed from these terms. Mend what is listed.',
  'royalty-not-computed.none': () => 'has no royalty',
  'royalty-not-computed.needed': ({ base }: { base: string }) => `is needed, because the base is ${base}`,
  'royalty-not-computed.needless': ({ base }: { base: string }) => `must be absent, because the base is ${base}`,

  'terms.clause-missing': ({ clause, deal }: { clause: string; deal: string }) =>
    `A deal of type ${deal} needs the clause ${clause}.`,
  'terms.clause-foreign': ({ clause, deal }: { clause: string; deal: string }) =>
    `The clause ${clause} does not belong to a deal of type ${deal}; remove it, or change the type.`,
  'terms.several-currencies': ({ currencies }: { currencies: readonly string[] }) =>
    `Amounts are in several currencies (${currencies.join(', ')}); a sheet is in one.`,
  'terms.name-repeated': ({ name }: { name: string }) => `Two entries have the name “${name}”; give each its own.`,
  'terms.nothing-paid': () => 'Nothing is paid: no upfront, no royalty, no milestone with an amount, no shares.',

  'terms.grant-not-of-deal': ({ deal, exclusivity }: { deal: string; exclusivity: string }) =>
    `A deal of type ${deal} has no ${exclusivity} grant.`,
  'terms.grant-of-deal-missing': ({ deal, exclusivity }: { deal: string; exclusivity: string }) =>
    `A deal of type ${deal} needs a grant that is ${exclusivity}.`,
  'terms.grants-conflict': (given: { one: string; other: string; territories: readonly string[] }) =>
    `The same use is granted as ${given.one} and as ${given.other} in ${given.territories.join(', ')}.`,
  'terms.territory-not-offered': (given: { territories: readonly string[]; offered: readonly string[] }) =>
    `The offer has no rights for ${given.territories.join(', ')}; it has ${given.offered.join(', ')}.`,
  'terms.assignment-sublicensed': () =>
    'Who owns the technology needs no leave to license it: an assignment says nothing of sublicences (none).',
  'terms.exclusive-after-patents': ({ expiry, end }: { expiry: string; end?: string }) =>
    `The exclusive right ${end ? `lasts until ${end}` : 'has no end'}, but the last patent expires on ${expiry}.`,

  'terms.dates-order': ({ start, end }: { start: string; end: string }) => `It ends on ${end}, before ${start}.`,
  'terms.after-end': ({ date, end }: { date: string; end: string }) =>
    `${date} is after the end of the term on ${end}.`,
  'terms.before-start': ({ date, start }: { date: string; start: string }) =>
    `${date} is before the term begins on ${start}.`,

  'terms.royalty-without-base': () => 'The royalty has no base: say what it is computed from.',
  'terms.royalty-without-rate': ({ base }: { base: string }) =>
    `A royalty on ${base} needs ${base === 'unitsSold' ? 'perUnit' : 'at least one tier'}.`,
  'terms.royalty-other-base': ({ base }: { base: string }) =>
    `This does not go with the base ${base}: tiers are for sales, perUnit for units sold.`,
  'terms.minimum-above-cap': ({ minimum, cap }: { minimum: string; cap: string }) =>
    `The minimum of ${minimum} is above the cap of ${cap}.`,
  'terms.tier-empty': ({ from, to }: { from: string; to: string }) => `The tier from ${from} to ${to} holds nothing.`,
  'terms.tiers-order': ({ from, before }: { from: string; before: string }) =>
    `The tier from ${from} stands after the one from ${before}; list them from the lowest.`,
  'terms.tiers-overlap': ({ from, to }: { from: string; to?: string }) =>
    `The tier from ${from} begins before the one before it ends${to ? ` at ${to}` : ', which has no end'}.`,
  'terms.tiers-gap': ({ from, to }: { from: string; to: string }) =>
    `Nothing is due for the part from ${from} to ${to}.`,
  'terms.royalty-without-reports': () => 'A royalty is computed from reports, but no reports are agreed.',

  'terms.seeker-share-missing': () => 'Shared costs need the share of the seeker.',
  'terms.prevailing-language': ({ language }: { language: string }) =>
    `${language} prevails, but is not among the languages of the agreement.`,
  'terms.licence-back-exclusive': () =>
    'An exclusive licence back takes from the maker what it improved; the law of several countries forbids it.',

  'terms.partner-unknown': ({ name }: { name: string }) => `No partner is called “${name}”.`,
  'terms.shares-sum': ({ sum }: { sum: string }) => `The shares add up to ${sum} %, not to 100 %.`,
  'terms.phase-unknown': ({ name }: { name: string }) => `No phase is called “${name}”.`,
  'terms.phases-overlap': ({ one, other }: { one: string; other: string }) =>
    `The phases “${one}” and “${other}” run at the same time.`,
  'terms.module-unknown': ({ name }: { name: string }) => `No module of the curriculum is called “${name}”.`,
  'terms.group-unknown': ({ name }: { name: string }) => `No group of trainees is called “${name}”.`,
  'terms.module-not-taught': ({ name }: { name: string }) => `The module “${name}” has no session.`,
}
