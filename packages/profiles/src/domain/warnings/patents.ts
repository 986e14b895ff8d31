import {
  hasFormats,
  type Message,
  type MessageAt,
  message,
  messageAt,
  type OfferContent,
  readPatent,
  takesEffectIn,
} from '@techbridge/contracts'
import type { Check } from './check.ts'

type Patent = OfferContent['ip']['patents'][number]

/** Whether its term has ended. On its expiry date a patent is still in force. */
const isExpired = ({ expiry }: Patent, at: string) => expiry !== undefined && expiry < at.slice(0, 10)

/** Contradictions between the status of intellectual property and the listed patents. */
export const ipContradictions: Check = (content, { at }) => {
  if (!('ip' in content)) return []
  const { status, patents } = content.ip
  const has = (one: Patent['status']) => patents.some((patent) => patent.status === one)
  const hasLive = (one: Patent['status']) => patents.some((patent) => patent.status === one && !isExpired(patent, at))
  const warn = (said: Message) => [messageAt('ip.status', said)]
  if (status === 'none' && (hasLive('applied') || hasLive('granted'))) {
    return warn(message('ip-none-with-patents'))
  }
  if (status === 'secretKnowHow' && patents.length > 0) {
    return warn(message('ip-secret-with-patents'))
  }
  if (status === 'granted' && !has('granted')) {
    return warn(message('ip-granted-without-patent'))
  }
  if (status === 'granted' && !hasLive('granted')) {
    return warn(message('ip-granted-expired'))
  }
  if (status === 'applied' && has('granted') && !has('applied')) {
    return warn(message('ip-applied-with-granted'))
  }
  if (status === 'applied' && patents.length > 0 && !hasLive('applied')) {
    return warn(message('ip-applied-lapsed'))
  }
  return []
}

/** Contradictions within one patent; paths begin at the patent. */
const contradictionsIn = (patent: Patent, at: string): MessageAt[] => {
  const { number, office, status, expiry } = patent
  const { office: ofNumber, recognised } = readPatent(number, office)
  const found: MessageAt[] = []
  if (ofNumber !== undefined && !takesEffectIn(ofNumber, office)) {
    found.push(messageAt('office', message('patent-office', { office, number, of: ofNumber })))
  } else if (!recognised && (hasFormats(ofNumber ?? office) || !/\d/.test(number))) {
    found.push(messageAt('number', message('patent-number-unread', { office })))
  }
  if (status !== 'lapsed' && expiry !== undefined && isExpired(patent, at)) {
    found.push(messageAt('status', message('patent-expired', { status, expiry })))
  }
  return found
}

export const patentContradictions: Check = (content, { at }) =>
  'ip' in content
    ? content.ip.patents.flatMap((patent, place) =>
        contradictionsIn(patent, at).map((warning) => ({ ...warning, path: `ip.patents.${place}.${warning.path}` })),
      )
    : []
