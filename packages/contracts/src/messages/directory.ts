/** Messages about organisations of the directory and what verifies them. */
export const directoryMessages = {
  'domain-unusable.public-suffix': ({ domain }: { domain: string }) =>
    `Many share ${domain}, so it proves nobody. Name the domain of the organisation.`,
  'domain-unusable.public-mail': ({ domain }: { domain: string }) =>
    `Anyone gets an address at ${domain}, so it proves nobody. Name the domain of the organisation, or submit a document.`,
  'domain-unproven': ({ name, value }: { name: string; value: string }) =>
    `${name} has no TXT record with ${value}. Add it, wait until it is published, and try again.`,
  'domain-unanswered': ({ name }: { name: string }) =>
    `The name servers did not answer for ${name}. Check the domain, or try again later.`,
  'domain-held': ({ domain }: { domain: string }) =>
    `${domain} belongs to another organisation. Ask the transfer office, which can release it.`,
  'domain-not-theirs': ({ domain }: { domain: string }) => `${domain} is no evidence of this organisation.`,
  'parent-unfit': () =>
    'The organisation above must be verified itself, by its domain or by a document, before it can vouch.',
  'parent-circle': () => 'The organisation above would then stand below this one. Confirm another one.',
  'parent-itself': () => 'An organisation does not stand above itself. Name another one.',
  'organisation-closed': () => 'The organisation is suspended, or was found to be another one, so nobody joins it.',
  'member-already': () => 'You are a member already.',
  'member-self': () => 'You end your own membership by leaving.',
  'key-name-taken': ({ name }: { name: string }) =>
    `Two keys named ${name} count already. Revoke one of them, or choose another name.`,
  'merge-target': ({ into }: { into: string }) =>
    `${into} cannot go on for it: name another organisation that is registered, and neither suspended nor merged.`,
}
