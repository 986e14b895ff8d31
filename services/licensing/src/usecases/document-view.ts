import { type Caller, discloseHistory, documentEvents, type documentsApi, documentType } from '@techbridge/contracts'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, shownHistory } from '@techbridge/runtime'
import type { z } from 'zod'
import { type CaseDocument, documentLife, relationsToDocument } from '../domain/document-life.ts'
import type { DocumentUses } from './documents.ts'

export type DocumentView = z.output<typeof documentsApi.document.response>
type VersionView = DocumentView['versions'][number]

const namesOf = (about: Readonly<Record<string, string>>) =>
  Object.entries(about).map(([language, name]) => ({ language, name }))

/** A document as the caller sees it; `undefined` when it does not exist for the caller. */
export const documentView = async (
  document: Aggregate<CaseDocument>,
  caller: Caller,
  at: string,
  uses: Pick<DocumentUses, 'accessOf' | 'factsOf' | 'uploadOf'>,
): Promise<DocumentView | undefined> => {
  const by = actorOf(caller)
  const access = await uses.accessOf(document, by)
  if (access === 'unseen') return undefined
  const { _id: id, version, state } = document
  const relations = relationsToDocument(state, by)
  const isOwner = relations.includes('owner')

  const versionView = async (kept: CaseDocument['versions'][number]): Promise<VersionView> => {
    if (access !== 'open') return kept
    const facts = await uses.factsOf(id, kept.number)
    if (!facts) return { ...kept, erased: true }
    const { sha256, salt, about } = facts
    return { ...kept, sha256, salt, type: documentType.parse(facts.type), names: namesOf(about) }
  }
  const { upload: announced } = state
  const upload = isOwner && announced ? await uses.uploadOf(id, announced.number) : undefined
  return {
    id,
    version,
    case: state.case,
    stage: state.stage,
    status: state.status,
    owner: state.owner,
    recipients: state.recipients,
    createdAt: state.createdAt,
    versions: await Promise.all(state.versions.map(versionView)),
    ...(announced &&
      upload && {
        upload: {
          number: announced.number,
          bytes: upload.bytes,
          expiresAt: upload.expiresAt,
          partBytes: upload.partBytes,
          parts: upload.parts,
          received: upload.received,
        },
      }),
    readable: access === 'open' && state.versions.length > 0,
    actions: documentLife.actions(state, { relations, at }),
  }
}

const mayReadOpenings = (state: CaseDocument, caller: Caller) => {
  const relations = relationsToDocument(state, actorOf(caller))
  return relations.includes('owner') || relations.includes('officer')
}

const isOpening = ({ type }: { type: string }) => type === documentEvents.opened.type

/** The history of a document, for those to whom it exists: openings are for its owner and for officers. */
export const documentHistory = async (
  document: Aggregate<CaseDocument>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller,
  uses: Pick<DocumentUses, 'accessOf'>,
): Promise<HistoryEntry[] | undefined> => {
  if ((await uses.accessOf(document, actorOf(caller))) === 'unseen') return undefined
  const entries = shownHistory(await readHistory())
  const shown = mayReadOpenings(document.state, caller) ? entries : entries.filter((entry) => !isOpening(entry))
  return discloseHistory(shown, { stage: 'confidential' })
}

/** Who opened a document, and when; `undefined` where that is not the caller's business. */
export const openingsOf = async (
  document: Aggregate<CaseDocument>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller,
): Promise<z.output<typeof documentsApi.openings.response>['items'] | undefined> => {
  if (!mayReadOpenings(document.state, caller)) return undefined
  return (await readHistory()).filter(isOpening).map(({ at, by, data }) => {
    const { number } = documentEvents.opened.data.parse(data)
    return { number, at, by }
  })
}
