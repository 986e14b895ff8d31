import { z } from 'zod'
import { requestFacts } from '../common/request-facts.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const form = new RegExp(`^(?:${label}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`)
const written = /^[^\s\p{C}.@/:?#\\%[\]]+(\.[^\s\p{C}.@/:?#\\%[\]]+)+$/u

/** In lower case, without a dot at the end, names in other scripts as DNS has them (`xn--`); what is no domain stays unchanged. */
const canonicalDomain = (given: string): string => {
  const name = given.trim().replace(/\.$/, '')
  return written.test(name) ? (URL.parse(`http://${name}`)?.hostname ?? given) : given
}

/** The name of a domain, as DNS has it. */
export const domainName = z
  .string()
  .max(253)
  .overwrite(canonicalDomain)
  .refine((given) => given.length <= 253 && form.test(given), says(message('field.domain')))
  .meta({ id: 'DomainName', description: 'Domain, such as dianchi.edu.cn; in any script', example: 'dianchi.edu.cn' })
  .register(requestFacts, { pattern: '^\\s*[^\\s.]+(\\.[^\\s.]+)+\\.?\\s*$' })
