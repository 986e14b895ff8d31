import {
  type CloudEvent,
  type Deadline,
  deadlineOf,
  disclose,
  ipcRangesOf,
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
import { hiddenNames } from './hidden-names.ts'

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

/** Stands between texts, so that no phrase goes from one to the next. No text has it as a term. */
const between = '¶'

/** Later than any day of a deadline: what has none comes last. */
const never = 8.64e15

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
    return [...terms(part, language), between]
  }
  const hidden = (value: string) => hiddenNames(organisation, kind, value)
  const openPatents = 'ip' in open ? patentKeysOf(open) : []
  const inAll = async (picks: (field: string, isOpen: boolean) => boolean) => {
    const found: string[][] = []
    for (const [language, text] of Object.entries(content.texts)) {
      const isOpen = (field: string) => Object.hasOwn(open.texts[language] ?? {}, field)
      for (const [field, part] of Object.entries(text))
        if (part && picks(field, isOpen(field))) found.push(await termsOf(part, language))
    }
    return found.flat()
  }
  const keywords: string[] = []
  for (const keyword of [...open.keywords.technology, ...open.keywords.market])
    keywords.push(...(await termsOf(keyword, open.originalLanguage)))
  return {
    id,
    version,
    text: {
      title: await inAll((field) => field === 'title'),
      abstract: [...(await inAll((field, isOpen) => isOpen && field !== 'title')), ...keywords],
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
        'ip' in content
          ? patentKeysOf(content).flatMap((key) => (openPatents.includes(key) ? [key] : hidden(key)))
          : [],
      organisation: open.anonymous ? hidden(organisation.id) : [organisation.id],
      ipc: open.ipc.flatMap(ipcRangesOf),
      sdg: open.sdgs.map(String),
      territory: open.territories,
      language: Object.keys(open.texts).flatMap((language) => rangesOf(language)),
    },
    numbers: {
      publishedAt: Date.parse(publishedAt),
      ...(trl !== undefined && { trl }),
      ...(deadline && { deadline: Date.parse(deadline.endsAt) }),
      dueBy: deadline ? Date.parse(deadline.endsAt) : never,
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
