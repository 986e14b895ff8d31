import { type MessageAt, messageAt, type NeedContent, type OfferContent } from '@techbridge/contracts'
import { contactDataIn, findingMessage } from './contact-data/index.ts'
import type { Profile, ProfileContent } from './profile.ts'
import type { Check, WarningContext } from './warnings/check.ts'
import { deadlinePassed } from './warnings/deadline.ts'
import { maturityContradiction } from './warnings/maturity.ts'
import { ipContradictions, patentContradictions } from './warnings/patents.ts'
import { unlikelyYears } from './warnings/years.ts'

/** Public texts of a named profile may hold contact data; those of an anonymous one are refused with it at submit. */
const contactData: Check = (content, { organisation }) =>
  contactDataIn(content, organisation).map((finding) => messageAt(finding.path, findingMessage(finding)))

const checks: Check[] = [
  ipContradictions,
  patentContradictions,
  maturityContradiction,
  contactData,
  deadlinePassed,
  unlikelyYears,
]

/** Warnings about the content, with paths below `where`. */
export const warningsOf = (content: ProfileContent, where: string, context: WarningContext): MessageAt[] =>
  checks
    .flatMap((check) => check(content as ProfileContent & (OfferContent | NeedContent), context))
    .map((warning) => ({ ...warning, path: `${where}.${warning.path}` }))

/** Warnings about the draft, or else about the public content. */
export const warningsOfProfile = ({ content, draft, organisation, reference }: Profile, at: string): MessageAt[] =>
  content && draft
    ? warningsOf(draft, 'draft', { organisation, reference, at })
    : warningsOf((content ?? draft) as ProfileContent, 'content', { organisation, reference, at })
