import { message, messageAt } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { findingMessage, openFindings } from './contact-data/index.ts'
import { passedDeadline, passedMessage } from './deadline.ts'
import type { Profile } from './profile.ts'

/** Checks that a draft may be submitted and published at that instant (UTC). Throws a `DomainError` that names the fields. */
export const requirePublishable = (profile: Profile, at: string): void => {
  requireNoContactData(profile)
  requireOpenDeadline(profile, at)
}

const requireOpenDeadline = (profile: Profile, at: string) => {
  const passed = profile.draft && passedDeadline(profile.draft, profile, at)
  if (!passed) return
  throw new DomainError('invalid', message('deadline-passed.refused'), {
    fields: [messageAt('content.responseDeadline', passedMessage(passed))],
  })
}

const requireNoContactData = (profile: Profile) => {
  const found = profile.draft?.anonymous ? openFindings(profile) : []
  if (found.length === 0) return
  throw new DomainError('invalid', message('contact-data.refused'), {
    fields: found.map((finding) => messageAt(`content.${finding.path}`, findingMessage(finding))),
  })
}
