/** The tag and what RFC 4647 cuts it to, longest first: `zh-Hant-TW`, `zh-Hant`, `zh`. These are also the basic language ranges that the tag is in. */
export const rangesOf = (tag: string): string[] => {
  const subtags = tag.split('-')
  return subtags.map((_, cut) => subtags.slice(0, subtags.length - cut).join('-'))
}

/** The tag without region, script and variants: `zh`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] as string

/**
 * Which of the tags shows the wanted language best: lookup of RFC 4647 (3.4), from `en-GB` to `en`, and where that finds none, another tag of
 * the language, such as `en-US`. `undefined` when there is none of the language.
 */
export const lookUpLanguage = (wanted: string, tags: readonly string[]): string | undefined => {
  const ranges = rangesOf(wanted.toLowerCase())
  const best = (isGood: (tag: string, range: string) => boolean) => {
    for (const range of ranges) {
      const found = tags.find((tag) => isGood(tag.toLowerCase(), range))
      if (found !== undefined) return found
    }
    return undefined
  }
  return best((tag, range) => tag === range) ?? best((tag, range) => tag.startsWith(`${range}-`))
}

/**
 * The language and, where it is not the usual one, the script: what tells whether two texts can have words in common. `en-GB` and `en` are
 * one, `zh` and `zh-Hant` are not. Source: the likely subtags of CLDR.
 */
export const writtenLanguage = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize()
  return script === undefined || script === new Intl.Locale(language).maximize().script
    ? language
    : `${language}-${script}`
}
