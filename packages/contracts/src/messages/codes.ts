/** What to write instead of a code as it was given. `why` says what is wrong with it when a code alone does not. */
export type Hint = {
  given?: string
  instead?: readonly string[]
  why?: 'several-countries' | 'several-currencies' | 'group-of-countries' | 'user-assigned' | 'offset'
}

const or = (codes: readonly string[]) => codes.join(' or ')

const hinted = (sentence: string, { given, instead = [], why }: Hint): string => {
  const hint = () => {
    switch (why) {
      case 'several-countries':
        return `"${given}" stands for several countries; write ${or(instead)}`
      case 'several-currencies':
        return `"${given}" stands for several currencies; write the code, such as ${or(instead)}`
      case 'group-of-countries':
        return `${given} is not a country; name its members one by one`
      case 'user-assigned':
        return `${given} is user-assigned and not a code of ISO 3166-1; write the code under which the organisation is registered`
      case 'offset':
        return 'an offset does not say on which days clocks change'
      default:
        return given === undefined ? undefined : `for "${given}" write ${or(instead)}`
    }
  }
  const text = hint()
  return text === undefined ? sentence : `${sentence}; ${text}`
}

const howToWrite =
  'must be a patent number as its office writes it, such as CN202310123456.6, WO2023/123456 or EP1234567B1'

/** What is wrong with a code, such as that of a country, a language or a patent. */
export const codeMessages = {
  'field.country': (hint: Hint) => hinted('must be an ISO 3166-1 alpha-2 code such as TH', hint),
  'field.territory': (hint: Hint) => hinted('must be WORLD or an ISO 3166-1 alpha-2 code such as VN', hint),
  'field.currency': (hint: Hint) => hinted('must be an ISO 4217 code such as CNY', hint),
  'field.language': (hint: Hint) => hinted('must be a BCP 47 language tag such as zh, zh-Hant or lo', hint),
  'field.time-zone': (hint: Hint) => hinted('must be an IANA time zone such as Asia/Ho_Chi_Minh', hint),
  'field.patent-office': (hint: Hint) => hinted('must be an office as in WIPO ST.3, such as CN, EP or WO', hint),
  'field.ipc-range': () =>
    'must be a section A to H or Y, or an IPC or CPC symbol such as A01, A01G or A01G9/24 (a main group ends with /00)',
  'field.ipc': () =>
    'must be an IPC or CPC symbol of a section A to H or Y, such as A01, A01G or A01G9/24 (a main group ends with /00)',

  'field.domain': () => 'must be a domain such as dianchi.edu.cn, without a scheme or a path',
  'field.mail-address': () => 'must be a mail address such as somchai@example.org',
  'field.invitation-code': () => 'must be the code of an invitation, as it was shown',
  'field.mandate-days': () => 'must not end before it begins',
  'field.exchange': () => 'must have either key alone, or signIn and organisation',
  'field.api-key': () => 'must be an API key, as it was shown',
  'field.ror': () => 'must be a ROR id such as https://ror.org/05dxps055',
  'field.ror-check': ({ given, expected }: { given: string; expected: string }) =>
    `ends with the check digits ${given}, but the rest has ${expected}`,

  'language.private-use': ({ subtag }: { subtag: string }) =>
    `must be an existing language: ${subtag} is for private use; write a registered language`,
  'language.several': ({ subtag }: { subtag: string }) =>
    `must be an existing language: ${subtag} names no single language`,
  'language.unregistered': ({ subtag, as, ...hint }: Hint & { subtag: string; as: Subtag }) =>
    hinted(`must be an existing language: ${subtag} is not a ${as} in the IANA registry`, hint),

  'patent.check-digit': ({ number, given, expected }: { number: string; given: string; expected: string }) =>
    `has the check digit ${given}, but ${number} has ${expected}`,
  'patent.receiving-office': ({ office }: { office: string }) => `names ${office}, which is not a receiving office`,
  'patent.unreadable': ({ office }: { office: string }) => `${howToWrite}; ${office} has no numbers of this form`,
  'patent.without-office': () => `${howToWrite}, with the office before it`,
}

export type Subtag = 'language' | 'script' | 'region' | 'variant'
