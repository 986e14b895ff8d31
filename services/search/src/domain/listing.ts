import {
  type Caller,
  type CloudEvent,
  type Deadline,
  deadlineOf,
  disclose,
  type NeedContent,
  needContent,
  type OfferContent,
  type Organisation,
  offerContent,
  type ProfileKind,
  patentKeysOf,
  publicationOf,
  shownCountry,
  startOfDay,
} from '@techbridge/contracts'
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

export const facetNames = ['kind', 'country', 'sector', 'dealType', 'ipStatus', 'language'] as const

/**
 * What a listing is found by of a patent: its key, and where the patent is hidden, the key behind the name of who may read it. Nobody can
 * ask for another's name, so no count or facet tells of it.
 */
const patentNames =
  (open: readonly string[], owner: Organisation) =>
  (key: string): string[] =>
    open.includes(key) ? [key] : [ofOffice(key), ofOwner(owner, key)]

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
  const open = kind === 'offer' ? disclose(offerContent, content, 'public') : disclose(needContent, content, 'public')
  const trl = 'trl' in open ? open.trl : 'minimumTrl' in open ? open.minimumTrl : undefined
  const deadline = kind === 'need' ? deadlineOf(published.content, published) : undefined
  const termsOf = async (part: string, language: string) => {
    await mayGoOn()
    return terms(part, language)
  }
  const inAll = async (picks: (field: string, isOpen: boolean) => boolean) => {
    const found: string[][] = []
    for (const [language, text] of Object.entries(content.texts)) {
      const isOpen = (field: string) => Object.hasOwn(open.texts[language] ?? {}, field)
      for (const [field, part] of Object.entries(text))
        if (part && picks(field, isOpen(field))) found.push(await termsOf(part, language))
    }
    return found.flat()
  }
  const keywords = [...open.keywords.technology, ...open.keywords.market].join('\n')
  return {
    id,
    version,
    text: {
      title: await inAll((field) => field === 'title'),
      abstract: [
        ...(await inAll((field, isOpen) => isOpen && field !== 'title')),
        ...(await termsOf(keywords, open.originalLanguage)),
      ],
      details: await inAll((_, isOpen) => !isOpen),
    },
    keywords: {
      state: ['live'],
      kind: [kind],
      country: [shownCountry(open.anonymous, reference, organisation)],
      sector: [open.sector],
      dealType: open.dealTypes,
      ipStatus: 'ip' in open ? [open.ip.status] : [],
      patent:
        'ip' in content && 'ip' in open
          ? patentKeysOf(content).flatMap(patentNames(patentKeysOf(open), organisation))
          : [],
      language: Object.keys(open.texts).flatMap((language) => rangesOf(language)),
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
      anonymous: open.anonymous,
      type: open.type,
      originalLanguage: open.originalLanguage,
      texts: open.texts,
      sector: open.sector,
      trl,
      dealTypes: open.dealTypes,
      deadline,
      publishedAt,
    },
  }
}
