import { hasFormats, type OfferContent, readPatent, takesEffectIn, type Warning } from '@techbridge/contracts'
import type { Check } from './check.ts'

type Patent = OfferContent['ip']['patents'][number]

/** Whether its term has ended. A patent stands on the day that is given as its expiry. */
const isExpired = ({ expiry }: Patent, at: string) => expiry !== undefined && expiry < at.slice(0, 10)

/** What the status of intellectual property says against the patents that are listed. */
export const ipContradictions: Check = (content, { at }) => {
  if (!('ip' in content)) return []
  const { status, patents } = content.ip
  const has = (one: Patent['status']) => patents.some((patent) => patent.status === one)
  const hasLive = (one: Patent['status']) => patents.some((patent) => patent.status === one && !isExpired(patent, at))
  const warn = (code: string, message: string) => [{ code, path: 'ip.status', message }]
  if (status === 'none' && (hasLive('applied') || hasLive('granted'))) {
    return warn('ip-none-with-patents', 'says none, but applied or granted patents are listed')
  }
  if (status === 'secretKnowHow' && patents.length > 0) {
    return warn('ip-secret-with-patents', 'says secret know-how, but patents are published and listed')
  }
  if (status === 'granted' && !has('granted')) {
    return warn('ip-granted-without-patent', 'says granted, but no granted patent is listed')
  }
  if (status === 'granted' && !hasLive('granted')) {
    return warn('ip-granted-expired', 'says granted, but all granted patents that are listed have expired')
  }
  if (status === 'applied' && has('granted') && !has('applied')) {
    return warn('ip-applied-with-granted', 'says applied, but the listed patents are granted')
  }
  if (status === 'applied' && patents.length > 0 && !hasLive('applied')) {
    return warn('ip-applied-lapsed', 'says applied, but all applications that are listed have lapsed or expired')
  }
  return []
}

/** What one patent says against itself, by its place in the list. */
const contradictionsIn = (patent: Patent, at: string): Warning[] => {
  const { number, office, status, expiry } = patent
  const { office: ofNumber, recognised } = readPatent(number, office)
  const found: Warning[] = []
  if (ofNumber !== undefined && !takesEffectIn(ofNumber, office)) {
    const message = `is ${office}, but ${number} is a number of ${ofNumber}`
    found.push({ code: 'patent-office', path: 'office', message })
  } else if (!recognised && (hasFormats(ofNumber ?? office) || !/\d/.test(number))) {
    const message = `is no number as ${office} writes them; it is kept as it is, and no search finds it`
    found.push({ code: 'patent-number-unread', path: 'number', message })
  }
  if (status !== 'lapsed' && isExpired(patent, at)) {
    found.push({ code: 'patent-expired', path: 'status', message: `is ${status}, but the patent expired on ${expiry}` })
  }
  return found
}

export const patentContradictions: Check = (content, { at }) =>
  'ip' in content
    ? content.ip.patents.flatMap((patent, place) =>
        contradictionsIn(patent, at).map((warning) => ({ ...warning, path: `ip.patents.${place}.${warning.path}` })),
      )
    : []
