import { bodyMessages } from './bodies.ts'
import { clearanceMessages } from './clearance.ts'
import { codeMessages } from './codes.ts'
import { directoryMessages } from './directory.ts'
import { documentMessages } from './documents.ts'
import { fieldMessages } from './fields.ts'
import { guardMessages } from './guards.ts'
import { matchingMessages } from './matching/english.ts'
import { recordMessages } from './records.ts'
import { requestMessages } from './requests.ts'
import { termsMessages } from './terms.ts'
import { warningMessages } from './warnings.ts'

/** Every message in English. Another language is a catalogue with the same codes, each with the same parameters. */
export const english = {
  ...requestMessages,
  ...recordMessages,
  ...guardMessages,
  ...matchingMessages,
  ...documentMessages,
  ...fieldMessages,
  ...codeMessages,
  ...clearanceMessages,
  ...bodyMessages,
  ...directoryMessages,
  ...termsMessages,
  ...warningMessages,
}
export type English = typeof english
