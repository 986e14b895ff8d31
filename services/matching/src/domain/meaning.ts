import { disclose, needContent, offerContent } from '@techbridge/contracts'
import { primaryLanguage } from '@techbridge/text'
import type { PublishedProfile } from './profile.ts'

/** A vector of what a profile says, and the model that made it. */
export interface Meaning {
  model: string
  /** Of length 1. */
  values: readonly number[]
}

/**
 * The cosine from which on two texts in different languages are more likely to say the same than not. Chosen on the even lines of NTREX: with at
 * most two proposals a need, three quarters to nearly all of the translations are among them, in Burmese a third.
 */
const half = 0.48
const width = 0.05

/** How alike two meanings are, from 0 to 1. It is one half where that is as likely as not. */
export const nearness = (cosine: number) => 1 / (1 + Math.exp((half - cosine) / width))

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
