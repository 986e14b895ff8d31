import { messageAt, type NeedContent, type OfferContent, unlikelyDay } from '@techbridge/contracts'
import type { Check } from './check.ts'

const daysOf = (content: OfferContent | NeedContent): [path: string, day: string | undefined][] =>
  'ip' in content
    ? content.ip.patents.map(({ expiry }, place) => [`ip.patents.${place}.expiry`, expiry])
    : [['responseDeadline', content.responseDeadline]]

/** Days in years that nobody means. */
export const unlikelyYears: Check = (content) =>
  daysOf(content).flatMap(([path, day]) => {
    const said = day === undefined ? undefined : unlikelyDay(day)
    return said ? [messageAt(path, said)] : []
  })
