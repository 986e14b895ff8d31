import { guardMessages } from './guards.ts'
import { matchingMessages } from './matching.ts'
import { recordMessages } from './records.ts'
import { requestMessages } from './requests.ts'

/** Every message in English. Another language is a catalogue with the same codes, each with the same parameters. */
export const english = { ...requestMessages, ...recordMessages, ...guardMessages, ...matchingMessages }
export type English = typeof english
