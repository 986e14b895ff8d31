/** The languages of the first users; names are recognised in each. */
const locales = ['en', 'zh', 'zh-Hant', 'th', 'vi', 'lo', 'km', 'my', 'id', 'ms']

/** Names longer than this are not looked up. */
const longestName = 80

/** Letters and digits only, in lower case, without Latin accents: `Côte d’Ivoire` and `cote d'ivoire` are one name. */
export const nameKey = (name: string) =>
  name
    .slice(0, longestName)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/^(?:the\s|ประเทศ|ภาษา|ປະເທດ|ພາສາ|ប្រទេស|ភាសា|nuoc\s|tieng\s|negara\s|bahasa\s)/u, '')
    .replace(/(?<=.)(?:နိုင်ငံ|ပြည်|ဘာသာ|ဘာသာစကား)$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}$€£¥฿₫₭៛₩₱₹₽]/gu, '')

/** What locale data calls the codes, in every language and style. */
export const namesOfLocales = (type: 'region' | 'currency' | 'language', codes: readonly string[]) =>
  locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const names = new Intl.DisplayNames(locale, { type, style, fallback: 'none' })
      return codes.flatMap((code): [string, string][] => {
        const name = names.of(code)
        return name ? [[name, code]] : []
      })
    }),
  )

/** Finds the code of a name; a name of several codes has none. The names are collected at the first look-up. */
export const byName = (names: () => (readonly [name: string, code: string])[]) => {
  let codes: Map<string, string | undefined> | undefined
  return (given: string): string | undefined => {
    codes ??= gathered(names())
    return codes.get(nameKey(given))
  }
}

const gathered = (names: (readonly [string, string])[]) => {
  const codes = new Map<string, string | undefined>()
  for (const [name, code] of names) {
    const key = nameKey(name)
    codes.set(key, !codes.has(key) || codes.get(key) === code ? code : undefined)
  }
  return codes
}
