import { type Allowed, instead } from './instead.ts'

/** What is said of records, and of what is done to them. */
export const recordMessages = {
  'not-found': ({ what, id }: { what: string; id: string }) =>
    `There is no ${what} ${id} that you may see. Check the id and who you are signed in as.`,
  'not-found.any': ({ what }: { what: string }) => `There is no such ${what}.`,
  exists: ({ what }: { what: string }) => `This ${what} exists already.`,
  'not-yours-to-do': ({ action, by, ...more }: Allowed & { action: string; by: readonly string[] }) =>
    `"${action}" is for: ${by.join(', ')}. ${instead(more)}`,
  'not-yours-to-do.record': ({ what }: { what: string }) => `This ${what} is not yours to change.`,
  'illegal-transition': ({ action, status, ...more }: Allowed & { action: string; status: string }) =>
    `"${action}" is not possible in status "${status}". ${instead(more)}`,
  'stale-version': ({ current }: { current: number }) =>
    `The record stands at version ${current}. Read it again and repeat the change on what you find.`,
  'idempotency-key-reused': () =>
    'This Idempotency-Key was used for a different request. Use a new key for a new request.',
  contended: ({ id }: { id: string }) => `Too many changes to ${id} at once. Try again.`,
  'rebuild-running': () => 'A rebuild is running already. Wait until it has ended.',
  'no-reference-left': ({ type, country, tries }: { type: string; country: string; tries: number }) =>
    `No free reference was found for type ${type} and country ${country} in ${tries} tries. Try again; if this stays so, tell the operator.`,
  'deadline-passed.refused': () =>
    'The response deadline has passed, so that nobody could respond. Its owner gives a later responseDeadline, or leaves it out; an officer who reviews it returns it for that.',
  'contact-data.refused': () =>
    'The public texts of an anonymous profile tell whose it is. Take this out, or let the profile be named; an officer can let a false alarm pass.',
  'publish-needs-officer': () => 'Only officers publish on import. Import without publish, then submit.',
  'request-needed': () =>
    'Officers import for owners who asked for it. Say in the parameter request who asked, when and how.',
}
