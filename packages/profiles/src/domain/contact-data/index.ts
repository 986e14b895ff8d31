import {
  type ContactKind,
  type Message,
  message,
  needContent,
  type Organisation,
  offerContent,
  offerTypes,
  publicTexts,
  type RecordSchema,
} from '@techbridge/contracts'
import type { Profile, ProfileContent } from '../profile.ts'
import { eMail, lineId, messengerId, publication, webAddress } from './addresses.ts'
import { namesIn } from './names.ts'
import { patentsIn } from './patents.ts'
import { asRead } from './read.ts'
import { telephonesIn } from './telephone.ts'

/** Something in a public text that names or reaches its owner. */
export interface Finding {
  /** Of the field in the content, such as `texts.zh.summary`. */
  path: string
  kind: ContactKind
  piece: string
  /** Where the piece begins, in characters from 1. */
  position: number
}

const patterns: readonly (readonly [Finding['kind'], RegExp])[] = [
  ['e-mail', eMail],
  ['messenger id', messengerId],
  ['messenger id', lineId],
  ['web address', webAddress],
  ['publication', publication],
]

type Found = Omit<Finding, 'path'>

const inText = (given: string, organisation: Organisation, content: ProfileContent): Found[] => {
  const text = asRead(given)
  const found: Found[] = []
  const add = (kind: Finding['kind'], piece: string, index: number) => {
    const overlaps = found.some(
      ({ position, piece: other }) => index < position - 1 + other.length && position - 1 < index + piece.length,
    )
    if (!overlaps) found.push({ kind, piece: piece.trim(), position: index + 1 })
  }
  for (const [kind, pattern] of patterns) for (const match of text.matchAll(pattern)) add(kind, match[0], match.index)
  for (const { piece, index } of patentsIn(text, content)) add('patent number', piece, index)
  for (const { piece, index } of telephonesIn(text)) add('telephone number', piece, index)
  for (const { piece, index } of namesIn(text, organisation)) add('organisation name', piece, index)
  return found
}

const schemaOf = ({ type }: ProfileContent): RecordSchema =>
  offerTypes.some((one) => one === type) ? offerContent : needContent

/**
 * Contact data and the organisation's own names in what everyone may read of a profile, in the order of the fields; in an anonymous one
 * the numbers of patents and publications too, by which anyone finds their owner.
 */
export const contactDataIn = (
  content: ProfileContent,
  organisation: Organisation,
  schema = schemaOf(content),
): Finding[] =>
  publicTexts(schema, content)
    .flatMap(({ path, text }) => inText(text, organisation, content).map((found): Finding => ({ path, ...found })))
    .filter(({ kind }) => content.anonymous || (kind !== 'patent number' && kind !== 'publication'))

/** What is found in the draft and was not let pass. */
export const openFindings = ({ draft, organisation, allowed = [] }: Profile): Finding[] =>
  draft ? contactDataIn(draft, organisation).filter(({ piece }) => !allowed.includes(piece)) : []

export const findingMessage = ({ kind, piece, position }: Finding): Message =>
  message('contact-data', { kind, piece, position })
