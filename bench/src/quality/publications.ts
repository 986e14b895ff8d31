import {
  type CloudEvent,
  formatSequence,
  needContent,
  needEvents,
  type Organisation,
  offerContent,
  offerEvents,
  type ProfileKind,
} from '@techbridge/contracts'

export interface Text {
  id: string
  title: string
  body: string
  /** BCP 47; English when absent. */
  language?: string
}

/** Where a text has no title: a word that all have, so that it tells nothing. */
export const noTitle = 'Untitled'

export const now = '2026-11-24T09:30:00.000Z'
const expiresAt = '2027-11-24T09:30:00.000Z'
const limits = { title: 256, summary: 500, description: 4000 }
/** UTF-16 units of a body that a profile has room for. */
export const roomForBody = limits.summary + limits.description

/** All but the text is the same in every profile, so that only the text can matter. */
const same = { sector: 'M', dealTypes: ['nonExclusiveLicence'], territories: ['WORLD'] } as const
const kinds = {
  offer: {
    event: offerEvents.published,
    contentOf: (text: object) =>
      offerContent.parse({ type: 'TO', trl: 5, stage: 'labTested', ip: { status: 'none' }, ...same, ...text }),
  },
  need: {
    event: needEvents.published,
    contentOf: (text: object) => needContent.parse({ type: 'TR', ...same, ...text }),
  },
}

/** What a profile of a text says. What it has no room for is cut off. */
export const contentOf = (kind: ProfileKind, { title, body, language = 'en' }: Text) => {
  const [shownTitle, more] = splitAt(limits.title, title)
  const [summary, rest] = splitAt(limits.summary, `${more} ${body}`)
  const [description] = splitAt(limits.description, rest)
  const texts = { [language]: { title: shownTitle, summary: summary || '-', description: description || '-' } }
  return kinds[kind].contentOf({ originalLanguage: language, texts })
}

/** The event of a publication, as the services learn of it. */
export const publicationOf = (kind: ProfileKind, text: Text): CloudEvent => ({
  specversion: '1.0',
  id: `${text.id}-1`,
  source: 'quality',
  subject: text.id,
  time: now,
  datacontenttype: 'application/json',
  dataschema: 'none',
  sequence: formatSequence(1),
  type: kinds[kind].event.type,
  data: {
    id: text.id,
    reference: text.id,
    organisation: organisationOf(kind),
    revision: 1,
    content: contentOf(kind, text),
    publishedAt: now,
    expiresAt,
  },
})

export const organisationOf = (kind: ProfileKind): Organisation => ({
  id: `${kind}-side`,
  name: kind,
  country: 'US',
  kind: 'agency',
})

/** The beginning of a text, as many whole words as `length` has room for, and the rest. */
const splitAt = (length: number, text: string): [string, string] => {
  const plain = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (plain.length <= length) return [plain, '']
  const space = plain.lastIndexOf(' ', length)
  const end = space > 0 ? space : length
  return [plain.slice(0, end), plain.slice(end)]
}
