import { isPatentNumber, type OfferContent, withPlainDigits } from '@techbridge/contracts'
import type { ProfileContent } from '../profile.ts'

/** Two letters of an office and digits, as far as one number may reach. */
const candidate =
  /(?<![\p{Script=Latin}\p{N}])(?:PCT\/?)?[A-Z]{2}[\s./-]?\d[\d\s.,/-]{4,18}[\dX](?:\s?[A-Z]\d?(?![\p{L}\p{N}]))?/giu

/** Fewer digits may be any number. */
const fewest = 6

/** The digits of the patents that the offer lists. */
const listed = (content: ProfileContent): string[] =>
  'ip' in content
    ? (content.ip as OfferContent['ip']).patents
        .map(({ number }) => withPlainDigits(number).replaceAll(/\D/g, ''))
        .filter(({ length }) => length >= fewest)
    : []

/** The digits one by one, whatever separates them. */
const separated = (digits: string) => new RegExp(`(?<!\\p{N})${[...digits].join('[\\s.,/-]?')}(?!\\p{N})`, 'gu')

/** Numbers of patents: those that are listed in any form, and whatever is one with its office. */
export const patentsIn = (text: string, content: ProfileContent): { piece: string; index: number }[] => {
  const named = [...text.matchAll(candidate)].filter(({ 0: piece }) => isPatentNumber(piece))
  const own = listed(content).flatMap((digits) => [...text.matchAll(separated(digits))])
  return [...named, ...own].map(({ 0: piece, index }) => ({ piece, index }))
}
