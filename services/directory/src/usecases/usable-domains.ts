import { createRequire } from 'node:module'
import { message, messageAt } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { parse } from 'tldts'

const require = createRequire(import.meta.url)
const listed: readonly string[] = require('email-providers/all.json')

/** Public mail in our region that the list lacks. */
const ofRegion = ['139.com', '189.cn', 'wo.cn', 'laopdr.com', 'mptmail.net.mm', 'online.com.kh', 'everyday.com.kh']
/** The list takes some universities for providers of mail. */
const isAcademic = (domain: string) => /\.(edu|ac)\.[a-z]{2}$/.test(domain)

const publicMail: ReadonlySet<string> = new Set([...listed.filter((domain) => !isAcademic(domain)), ...ofRegion])

/** Why a domain proves nobody; `undefined` when it can. */
export const unusable = (domain: string): 'public-suffix' | 'public-mail' | undefined => {
  const { domain: registrable } = parse(domain, { allowPrivateDomains: true })
  if (registrable === null) return 'public-suffix'
  return publicMail.has(domain) || publicMail.has(registrable) ? 'public-mail' : undefined
}

/** Refuses domains that many share: suffixes such as `ac.th`, hosting, and public mail. */
export const requireUsable = (domain: string, path: string): void => {
  const why = unusable(domain)
  if (!why) return
  const said =
    why === 'public-suffix'
      ? message('domain-unusable.public-suffix', { domain })
      : message('domain-unusable.public-mail', { domain })
  throw new DomainError('invalid', said, { fields: [messageAt(path, said)] })
}
