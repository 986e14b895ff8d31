import { type Allowed, instead } from './instead.ts'

/** Messages about records and actions on them. */
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
    `The record is now at version ${current}. Read it again and repeat the change on that version.`,
  'idempotency-key-reused': () =>
    'This Idempotency-Key was used for a different request. Use a new key for a new request.',
  contended: ({ id }: { id: string }) => `Too many changes to ${id} at once. Try again.`,
  'rebuild-running': () => 'A rebuild is already running. Wait until it has finished.',
  'no-reference-left': ({ type, country, tries }: { type: string; country: string; tries: number }) =>
    `No free reference was found for type ${type} and country ${country} in ${tries} tries. Try again; if it keeps failing, tell the operator.`,
  'deadline-passed.refused': () =>
    'The response deadline has passed, so nobody could respond. The owner sets a later responseDeadline or leaves it out; an officer who reviews the profile returns it for that.',
  'contact-data.refused': () =>
    'The public texts of an anonymous profile must not reveal whose it is. Remove what is listed, or name the organisation; an officer can allow a false alarm.',
  'translation-unpublished': () =>
    'Only what is published is translated. Publish it first, or write the text yourself.',
  'translation-off': () => 'No translation service is set up here. Write the text yourself.',
  'translation-exists': ({ language }: { language: string }) =>
    `There is a text in ${language} already. Edit that one instead.`,
  'translation-unsupported': ({ language }: { language: string }) =>
    `The translation service does not translate into ${language}. Write the text yourself.`,
  'content-unfit': () => 'This would make a content that is not taken; see errors, edit what they name, and try again.',
  'translation-unfit': () =>
    'The translation does not fit into a profile. Write the text yourself, with what is listed put right.',
  'publish-needs-officer': () => 'Only officers publish on import. Import without publish, then submit.',
  'request-needed': () =>
    'Officers import for owners who asked for it. Say in the parameter request who asked, when and how.',
}
