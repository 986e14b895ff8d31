import { disclose, needContent, offerContent } from '@techbridge/contracts'
import { primaryLanguage } from '@techbridge/text'
import type { PublishedProfile } from './profile.ts'

/** A vector of what a profile says, and the model that made it. */
export interface Meaning {
  model: string
  /** Of length 1. */
  values: readonly number[]
}

/** `undefined` when they do not compare. */
export const cosineOf = (one: Meaning | undefined, other: Meaning | undefined): number | undefined =>
  one && other && one.model === other.model
    ? one.values.reduce((sum, value, place) => sum + value * (other.values[place] ?? 0), 0)
    : undefined

/** What everybody may read of a profile, in the language that it was written in first. Nothing else is ever embedded. */
export const publicTextOf = (profile: PublishedProfile): { text: string; language: string } => {
  const { content } = profile
  const shown =
    profile.kind === 'offer' ? disclose(offerContent, content, 'public') : disclose(needContent, content, 'public')
  const language = content.originalLanguage
  const { title, summary, description } = { ...shown?.texts?.[language] }
  const text = [title, summary, description].filter((part) => part).join('\n')
  return { text, language: primaryLanguage(language) }
}
