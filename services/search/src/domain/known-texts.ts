import { analyse, type Token } from '@techbridge/text'
import type { Listing } from './listing.ts'

/** A title or a summary, and its tokens. */
interface KnownText {
  text: string
  tokens: readonly Token[]
}

/** Of some 60 bytes each. */
const mostTokens = 250_000

/**
 * Gives title and summary of a listing in a language. The tokens of those that were asked for last are kept: to analyse the texts of
 * twenty hits takes longer than to find them, and what is found often is found by many.
 */
export const createKnownTexts = (most = mostTokens) => {
  const known = new Map<string, readonly KnownText[]>()
  let size = 0

  const drop = (key: string) => {
    size -= sizeOf(known.get(key) ?? [])
    known.delete(key)
  }

  return ({ id, texts }: Pick<Listing, 'id' | 'texts'>, language: string): readonly KnownText[] => {
    const { title = '', summary = '' } = texts[language] ?? {}
    const parts = [title, summary]
    const key = `${id} ${language}`
    const kept = known.get(key)
    const isCurrent = kept?.every(({ text }, place) => text === parts[place])
    const found = kept && isCurrent ? kept : parts.map((text) => ({ text, tokens: analyse(text, language) }))
    // What was asked for last stands last.
    drop(key)
    known.set(key, found)
    size += sizeOf(found)
    for (const oldest of known.keys()) {
      if (size <= most) break
      drop(oldest)
    }
    return found
  }
}

const sizeOf = (texts: readonly KnownText[]) => texts.reduce((sum, { tokens }) => sum + tokens.length, 0)

export const knownTexts = createKnownTexts()
