import {
  type Caller,
  type CloudEvent,
  type Deadline,
  deadlineOf,
  type NeedContent,
  type OfferContent,
  type Organisation,
  type ProfileKind,
  patentKeysOf,
  publicationOf,
  shownCountry,
} from '@techbridge/contracts'
import { startOfDay } from '@techbridge/domain'
import { rangesOf, terms } from '@techbridge/text'

/** A published profile as search shows it. */
export interface Listing {
  kind: ProfileKind
  id: string
  reference: string
  organisation: Organisation
  anonymous: boolean
  type: string
  originalLanguage: string
  texts: Record<string, { title: string; summary: string }>
  sector: string
  trl?: number
  dealTypes: string[]
  /** As it came out when the listing was indexed. */
  deadline?: Deadline
  /** UTC instant: the beginning of the day. */
  publishedAt: string
}

/** How a listing is found: tokens by field, exact values, numbers. The fields are those of the index. */
export interface ListingDocument {
  id: string
  version: number
  text: Record<'title' | 'abstract' | 'details', string[]> | Record<string, never>
  keywords: Record<string, string[]>
  numbers: Record<string, number>
  source: Listing | null
}

type TextField = 'title' | 'summary' | 'description' | 'advantages'

export const facetNames = ['kind', 'country', 'sector', 'dealType', 'ipStatus', 'language'] as const

/**
 * What a listing is found by of a patent: its key, and where the patents are hidden, the key behind the name of who may read them. Nobody can
 * ask for another's name, so no count or facet tells of it.
 */
const patentNames =
  (anonymous: boolean, owner: Organisation) =>
  (key: string): string[] =>
    anonymous ? [ofOffice(key), ofOwner(owner, key)] : [key]

/** What the caller may ask for to find the patents of these keys. */
export const patentNamesFor = (caller: Caller | undefined, keys: readonly string[]): string[] => {
  if (caller?.role === 'officer' || caller?.role === 'admin') return keys.flatMap((key) => [key, ofOffice(key)])
  if (caller?.role === 'provider') return keys.flatMap((key) => [key, ofOwner(caller.organisation, key)])
  return [...keys]
}

/** No organisation has an id of this form, and no key a space. */
const ofOffice = (key: string) => `* ${key}`
const ofOwner = ({ id }: Organisation, key: string) => `${id} ${key}`

/**
 * What an event changes in what can be found: a listing, an empty place where one was, or nothing. Waits for `mayGoOn` before each
 * text, as a long profile takes long.
 */
export const documentOf = async (
  event: CloudEvent,
  mayGoOn: () => Promise<void>,
): Promise<ListingDocument | undefined> => {
  const publication = publicationOf(event)
  if (!publication) return undefined
  const { kind, id, version, published } = publication
  if (!published) return { id, version, text: {}, keywords: {}, numbers: {}, source: null }
  const { reference, organisation } = published
  // In the order of the exact time an anonymous profile would stand beside the others of its import.
  const publishedAt = startOfDay(published.publishedAt)
  const content: OfferContent | NeedContent = published.content
  const trl = 'trl' in content ? content.trl : 'minimumTrl' in content ? content.minimumTrl : undefined
  const deadline = kind === 'need' ? deadlineOf(published.content, published) : undefined
  const texts = Object.entries(content.texts)
  const termsOf = async (part: string, language: string) => {
    await mayGoOn()
    return terms(part, language)
  }
  const inAll = async (...fields: TextField[]) => {
    const found: string[][] = []
    for (const [language, text] of texts) {
      for (const field of fields) found.push(await termsOf(text[field] ?? '', language))
    }
    return found.flat()
  }
  const keywords = [...content.keywords.technology, ...content.keywords.market].join('\n')
  return {
    id,
    version,
    text: {
      title: await inAll('title'),
      abstract: [...(await inAll('summary')), ...(await termsOf(keywords, content.originalLanguage))],
      details: await inAll('description', 'advantages'),
    },
    keywords: {
      state: ['live'],
      kind: [kind],
      country: [shownCountry(content.anonymous, reference, organisation)],
      sector: [content.sector],
      dealType: content.dealTypes,
      ipStatus: 'ip' in content ? [content.ip.status] : [],
      patent: 'ip' in content ? patentKeysOf(content).flatMap(patentNames(content.anonymous, organisation)) : [],
      language: texts.flatMap(([language]) => rangesOf(language)),
    },
    numbers: {
      publishedAt: Date.parse(publishedAt),
      ...(trl !== undefined && { trl }),
      ...(deadline && { deadline: Date.parse(deadline.endsAt) }),
    },
    source: {
      kind,
      id,
      reference,
      organisation,
      anonymous: content.anonymous,
      type: content.type,
      originalLanguage: content.originalLanguage,
      texts: Object.fromEntries(texts.map(([language, { title, summary }]) => [language, { title, summary }])),
      sector: content.sector,
      trl,
      dealTypes: content.dealTypes,
      deadline,
      publishedAt,
    },
  }
}
