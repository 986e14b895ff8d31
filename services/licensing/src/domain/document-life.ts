import {
  type CaseRole,
  type DocumentAction,
  type DocumentStage,
  type DocumentStatus,
  documentEvents,
  documentStatus,
} from '@techbridge/contracts'
import { type Actor, type EventsOf, lifecycleOf } from '@techbridge/domain'

interface DocumentVersion {
  number: number
  bytes: number
  /** Salted; see `documentEvents.received`. */
  hash: string
  receivedAt: string
}

/** A version that is on its way. */
interface Announced {
  number: number
  bytes: number
  expiresAt: string
}

/** A document of a case. What it contains, and what it is called, is kept with its files alone. */
export interface CaseDocument {
  id: string
  case: string
  stage: DocumentStage
  owner: CaseRole
  recipients: CaseRole[]
  /** Ids of the organisations of the case. */
  provider: string
  seeker: string
  status: DocumentStatus
  createdAt: string
  versions: DocumentVersion[]
  upload?: Announced | undefined
  /** The number that the next version gets: those of uploads that ended without one are not used again. */
  nextNumber: number
  /** When somebody last opened a version, by its number and the subject. */
  opened: Record<string, string>
}

export type DocumentEvent = EventsOf<typeof documentEvents>
/** `owner` and `recipient` beside the side that somebody is on. */
export type DocumentRelation = CaseRole | 'owner' | 'recipient'

type Sides = Pick<CaseDocument, 'owner' | 'recipients' | 'provider' | 'seeker'>

const sideOf = ({ provider, seeker }: Pick<Sides, 'provider' | 'seeker'>, by: Actor): CaseRole | undefined => {
  if (by.role === 'officer' || by.role === 'admin') return 'officer'
  if (by.role === 'provider' && by.organisation === provider) return 'provider'
  if (by.role === 'seeker' && by.organisation === seeker) return 'seeker'
  return undefined
}

export const relationsToDocument = (document: Sides, by: Actor): DocumentRelation[] => {
  const side = sideOf(document, by)
  if (!side) return []
  return [
    side,
    ...(document.owner === side ? (['owner'] as const) : []),
    ...(document.recipients.includes(side) ? (['recipient'] as const) : []),
  ]
}

const said = ({ id, case: of, stage, owner, recipients, provider, seeker }: CaseDocument, number: number) => ({
  id,
  case: of,
  stage,
  owner,
  recipients,
  provider,
  seeker,
  number,
})

const life = lifecycleOf<CaseDocument, DocumentRelation, DocumentEvent, DocumentAction>({
  name: 'document',
  statuses: documentStatus.options,
  relations: relationsToDocument,
})

type Start = Pick<CaseDocument, 'id' | 'case' | 'stage' | 'owner' | 'recipients' | 'provider' | 'seeker'> &
  Pick<Announced, 'bytes' | 'expiresAt'>

const withoutUpload = {
  among: ['available', 'empty'],
  which: ({ versions }: CaseDocument) => (versions.length > 0 ? 'available' : 'empty'),
} as const

type End = 'cancelled' | 'expired' | 'otherContent'
/** The upload ends without a version. */
const ending = (why: End) => ({
  from: 'uploading' as const,
  to: withoutUpload,
  event: documentEvents.uploadEnded,
  says: (document: CaseDocument) => document.upload && { ...said(document, document.upload.number), why },
  changes: () => ({ upload: undefined }),
})

/** Within this time, openings of one version by one person are one. */
const openingMs = 60 * 60 * 1000
const openingKey = (number: number, subject: string) => `${number} ${subject}`

/** The life of a document: versions are announced, arrive or do not, and are opened. */
export const documentLife = life.table([
  life.begins({
    action: 'start',
    to: 'uploading',
    by: ['owner'],
    event: documentEvents.started,
    says: (given: Start) => ({
      id: given.id,
      case: given.case,
      stage: given.stage,
      owner: given.owner,
      recipients: given.recipients,
      provider: given.provider,
      seeker: given.seeker,
      number: 1,
      bytes: given.bytes,
      expiresAt: given.expiresAt,
    }),
    makes: ({ number, bytes, expiresAt, ...data }, at, status) => ({
      ...data,
      status,
      createdAt: at,
      versions: [],
      upload: { number, bytes, expiresAt },
      nextNumber: number + 1,
      opened: {},
    }),
  }),
  life.step({
    action: 'new-version',
    from: ['available', 'empty'],
    to: 'uploading',
    by: ['owner'],
    event: documentEvents.announced,
    says: (document, { bytes, expiresAt }: Pick<Announced, 'bytes' | 'expiresAt'>) => ({
      ...said(document, document.nextNumber),
      bytes,
      expiresAt,
    }),
    changes: (_, { number, bytes, expiresAt }) => ({
      upload: { number, bytes, expiresAt },
      nextNumber: number + 1,
    }),
  }),
  life.step({
    action: 'finish',
    from: 'uploading',
    to: 'available',
    by: ['owner'],
    event: documentEvents.received,
    says: (document, { hash }: { hash: string }) =>
      document.upload && { ...said(document, document.upload.number), bytes: document.upload.bytes, hash },
    changes: ({ versions }, { number, bytes, hash }, at) => ({
      versions: [...versions, { number, bytes, hash, receivedAt: at }],
      upload: undefined,
    }),
  }),
  life.step({ action: 'cancel', by: ['owner'], ...ending('cancelled') }),
  life.reaction({ action: 'refuse-content', ...ending('otherContent') }),
  life.deadline({ action: 'expire-upload', ...ending('expired'), dueAt: ({ upload }) => upload?.expiresAt }),
  life.reaction({
    action: 'open',
    from: 'any',
    event: documentEvents.opened,
    says: (document, { number, subject }: { number: number; subject: string }, { at }) => {
      const last = document.opened[openingKey(number, subject)]
      const isNew = last === undefined || Date.parse(at) - Date.parse(last) >= openingMs
      return isNew ? { ...said(document, number), reader: subject } : undefined
    },
    changes: ({ opened }, { number, reader }, at) => ({ opened: { ...opened, [openingKey(number, reader)]: at } }),
  }),
])

export type DocumentCommand = Parameters<typeof documentLife.decide>[1]
