import type { NeedContent, OfferContent, Organisation, Warning } from '@techbridge/contracts'
import { contactDataIn, describeFinding } from './contact-data.ts'
import type { Profile, ProfileContent } from './profile.ts'

/** What a check may look at. `at` is a UTC instant. */
export interface WarningContext {
  organisation: Organisation
  at: string
}

/** Looks for one kind of mistake. Paths of its warnings begin at the content: `ip.status`. */
type Check = (content: OfferContent | NeedContent, context: WarningContext) => Warning[]

/** What the status of intellectual property says against the patents that are listed. */
const ipContradictions: Check = (content) => {
  if (!('ip' in content)) return []
  const { status, patents } = content.ip
  const has = (...statuses: string[]) => patents.some((patent) => statuses.includes(patent.status))
  const warn = (code: string, message: string) => [{ code, path: 'ip.status', message }]
  if (status === 'none' && has('applied', 'granted')) {
    return warn('ip-none-with-patents', 'says none, but applied or granted patents are listed')
  }
  if (status === 'secretKnowHow' && patents.length > 0) {
    return warn('ip-secret-with-patents', 'says secret know-how, but patents are published and listed')
  }
  if (status === 'granted' && !has('granted')) {
    return warn('ip-granted-without-patent', 'says granted, but no granted patent is listed')
  }
  if (status === 'applied' && has('granted') && !has('applied')) {
    return warn('ip-applied-with-granted', 'says applied, but the listed patents are granted')
  }
  return []
}

/** Public texts of a named profile may hold contact data; those of an anonymous one are refused with it at submit. */
const contactData: Check = (content, { organisation }) =>
  contactDataIn(content, organisation).map((finding) => ({
    code: 'contact-data',
    path: finding.path,
    message: describeFinding(finding),
  }))

const checks: Check[] = [ipContradictions, contactData]

/** What looks wrong in the content, with paths below `where`. */
export const warningsOf = (content: ProfileContent, where: string, context: WarningContext): Warning[] =>
  checks
    .flatMap((check) => check(content as ProfileContent & (OfferContent | NeedContent), context))
    .map((warning) => ({ ...warning, path: `${where}.${warning.path}` }))

/** What looks wrong in what is being written, or else in what is public. */
export const warningsOfProfile = ({ content, draft, organisation }: Profile, at: string): Warning[] =>
  content && draft
    ? warningsOf(draft, 'draft', { organisation, at })
    : warningsOf((content ?? draft) as ProfileContent, 'content', { organisation, at })
