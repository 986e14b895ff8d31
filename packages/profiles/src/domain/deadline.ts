import { type Deadline, deadlineOf, isPassed, type Message, message } from '@techbridge/contracts'
import type { Profile, ProfileContent } from './profile.ts'

/** The response deadline of a content, if it has passed at that instant (UTC, ISO 8601). */
export const passedDeadline = (
  content: ProfileContent,
  owned: Pick<Profile, 'reference' | 'organisation'>,
  at: string,
): Deadline | undefined => {
  const deadline = deadlineOf(content, owned)
  return isPassed(deadline, at) ? deadline : undefined
}

export const passedMessage = (deadline: Deadline): Message => message('deadline-passed', deadline)
