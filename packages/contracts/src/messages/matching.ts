const list = (items: readonly string[]) => items.slice(0, 5).join(', ')

type BothSides = { wanted: readonly string[]; offered: readonly string[] }

/** Why a need and an offer match, and what keeps them apart. */
export const matchingMessages = {
  'text.no-common-language': () => 'The two have no language in common; their concepts are compared instead.',
  'text.shared': ({ terms }: { terms: readonly string[] }) => `Both mention ${list(terms)}.`,
  'text.nothing-shared': () => 'They share no distinctive words.',
  'concepts.shared': ({ terms }: { terms: readonly string[] }) => `Both are about ${list(terms)}.`,
  'concepts.nothing-shared': () => 'They share no distinctive concept.',
  'sector.same-class': ({ ipc }: { ipc: string }) => `Both are classified in IPC ${ipc}.`,
  'sector.same': ({ sector }: { sector: string }) => `Both belong to sector ${sector}.`,
  'sector.other': ({ wanted, offered }: { wanted: string; offered: string }) => `Sector ${offered} is not ${wanted}.`,
  'trl.not-asked': ({ has }: { has: number }) => `TRL ${has}; the need asks for no particular TRL.`,
  'trl.enough': ({ has, asked }: { has: number; asked: number }) => `TRL ${has} meets the TRL ${asked} asked for.`,
  'trl.one-below': ({ has, asked }: { has: number; asked: number }) =>
    `TRL ${has} is one below the TRL ${asked} asked for.`,
  'trl.below': ({ has, asked }: { has: number; asked: number }) => `TRL ${has} is below the TRL ${asked} asked for.`,
  'territory.shared': ({ shared, wanted }: { shared: readonly string[]; wanted: readonly string[] }) =>
    `Rights are offered for ${list(shared)}, wanted for ${list(wanted)}.`,
  'deal-type.shared': ({ shared }: { shared: readonly string[] }) => `Both would accept: ${list(shared)}.`,
  'deal-type.other': ({ wanted, offered }: BothSides) => `Wanted: ${list(wanted)}; offered: ${list(offered)}.`,
  'excluded.same-organisation': () => 'Both come from the same organisation.',
  'excluded.territory': ({ wanted, offered }: BothSides) =>
    `Rights are wanted for ${wanted.join(', ')} and offered for ${offered.join(', ')}.`,
  'excluded.need-expired': ({ on }: { on: string }) => `The need expired on ${on}.`,
  'excluded.offer-expired': ({ on }: { on: string }) => `The offer expired on ${on}.`,
  'gate.not-assessed': () => 'No rules on export control were asked about this pair. That clears nothing.',
  'gate.must-be-assessed': () => 'Here a pair that no rules were asked about waits until an officer releases it.',
  'excluded.deadline': ({ date, endsAt, zone }: { date: string; endsAt: string; zone: string }) =>
    `Responses to the need were due by ${date}, until ${endsAt} (${zone}).`,
}
