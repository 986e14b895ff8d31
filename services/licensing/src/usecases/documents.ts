import { type Caller, type documentBody, message, messageAt, type versionBody } from '@techbridge/contracts'
import { type Actor, DomainError, notFound } from '@techbridge/domain'
import { FileError, type FileFacts, type Files, type NewUpload, saltedHash, type Upload } from '@techbridge/files'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, type CommandOptions, instant } from '@techbridge/runtime'
import type { z } from 'zod'
import { type LicensingCase, relationsTo } from '../domain/case.ts'
import { type Access, accessTo, isGoingOn } from '../domain/document-access.ts'
import { type CaseDocument, type DocumentCommand, relationsToDocument } from '../domain/document-life.ts'
import type { CaseCommand } from '../domain/licensing-case.ts'
import type { Termination } from './disclosure.ts'

export interface DocumentDependencies {
  documents: Aggregates<CaseDocument, DocumentCommand>
  cases: Pick<Aggregates<LicensingCase, CaseCommand, Termination>, 'get'>
  files: Files
  clock: Clock
  /** Bytes that a file may have. */
  largestFile: number
}

type Announced = z.output<typeof versionBody>

/** The file of a version. */
const fileOf = (document: string, number: number) => `${document}-v${number}`

/** What is kept with the content: sealed, and never in an event. */
const aboutOf = ({ names = [] }: Announced): FileFacts['about'] =>
  Object.fromEntries(names.map(({ language, name }) => [language, name]))

/** What can be done with the documents of cases. */
export const documentUses = ({ documents, cases, files, clock, largestFile }: DocumentDependencies) => {
  const caseOf = async (id: string): Promise<LicensingCase> => {
    const found = await cases.get(id)
    if (!found) throw notFound('case', id)
    return found.state
  }

  const accessOf = async ({ state }: Aggregate<CaseDocument>, by: Actor): Promise<Access> =>
    accessTo(state, await caseOf(state.case), relationsToDocument(state, by))

  /** The document for somebody to whom it exists. */
  const seen = async (id: string, by: Actor) => {
    const document = await documents.get(id)
    const access = document ? await accessOf(document, by) : 'unseen'
    if (!document || access === 'unseen') throw notFound('document', id)
    return { document, access }
  }

  /** The upload that somebody may go on with. */
  const ownUpload = (state: CaseDocument, by: Actor) =>
    relationsToDocument(state, by).includes('owner') ? state.upload : undefined

  /** Begins the upload; one that was begun by the same request goes on. */
  const begin = async (given: NewUpload): Promise<Upload> => {
    if (given.bytes > largestFile)
      throw new DomainError('invalid', message('file-too-large', { most: largestFile }), {
        fields: [messageAt('body.bytes', message('field.too-large', { most: largestFile }))],
      })
    try {
      return await files.begin(given)
    } catch (error) {
      if (error instanceof FileError && error.trouble === 'exists') return files.upload(given.id)
      throw error
    }
  }

  const announce = (id: string, number: number, owner: string, body: Announced): Promise<Upload> => {
    const { type, bytes, sha256 } = body
    return begin({ id: fileOf(id, number), owner, type, bytes, sha256, about: aboutOf(body) })
  }

  const requireGoingOn = (licensingCase: LicensingCase) => {
    if (!isGoingOn(licensingCase)) throw new DomainError('conflict', message('document-case-over'))
  }

  return {
    seen,
    accessOf,
    caseOf,

    start: async (
      id: string,
      caseId: string,
      body: z.output<typeof documentBody>,
      caller: Caller,
      options: CommandOptions,
    ) => {
      const by = actorOf(caller)
      const found = await cases.get(caseId)
      const [owner] = found ? relationsTo(found.state, by) : []
      if (!found || !owner) throw notFound('case', caseId)
      const at = instant(clock)
      return documents.handle(
        id,
        async (existing) => {
          requireGoingOn(found.state)
          const { need, offer } = found.state
          const upload = existing ? undefined : await announce(id, 1, caller.organisation.id, body)
          const recipients = [...new Set(body.recipients)].filter((one) => one !== owner)
          const sides = { provider: offer.organisation.id, seeker: need.organisation.id }
          const { stage, bytes } = body
          const expiresAt = upload?.expiresAt ?? at
          return { type: 'start', id, case: caseId, stage, owner, recipients, ...sides, bytes, expiresAt, at, by }
        },
        options,
      )
    },

    newVersion: (id: string, body: Announced, caller: Caller, options: CommandOptions) => {
      const by = actorOf(caller)
      return documents.handle(
        id,
        async (existing) => {
          const at = instant(clock)
          const { status, nextNumber = 1, case: of = '' } = existing?.state ?? {}
          if (existing) requireGoingOn(await caseOf(of))
          // Where the life of the document refuses the command, nothing is announced.
          const mayBegin =
            existing && status !== 'uploading' && relationsToDocument(existing.state, by).includes('owner')
          const upload = mayBegin ? await announce(id, nextNumber, caller.organisation.id, body) : undefined
          return { type: 'new-version', bytes: body.bytes, expiresAt: upload?.expiresAt ?? at, at, by }
        },
        { ...options, admit: () => seen(id, by) },
      )
    },

    sendPart: async (
      id: string,
      number: number,
      content: AsyncIterable<Uint8Array>,
      sha256: string | undefined,
      caller: Caller,
    ): Promise<Upload & { number: number }> => {
      const by = actorOf(caller)
      const { state } = (await seen(id, by)).document
      if (!relationsToDocument(state, by).includes('owner'))
        throw new DomainError('forbidden', message('not-yours-to-do.record', { what: 'document' }), { allowed: [] })
      const { upload } = state
      if (!upload) throw new DomainError('conflict', message('upload-over'))
      const file = fileOf(id, upload.number)
      await files.putPart(file, number, content, sha256)
      return { ...(await files.upload(file)), number: upload.number }
    },

    finish: async (id: string, caller: Caller, options: CommandOptions) => {
      const by = actorOf(caller)
      const { document } = await seen(id, by)
      try {
        return await documents.handle(
          id,
          async (existing) => {
            const upload = existing && ownUpload(existing.state, by)
            const hash = upload ? saltedHash(await files.finish(fileOf(id, upload.number))) : ''
            return { type: 'finish', hash, at: instant(clock), by }
          },
          { ...options, admit: () => seen(id, by) },
        )
      } catch (error) {
        // A missing file was removed after such a refusal, which a crash kept from being recorded.
        if (error instanceof FileError && ['digest', 'missing'].includes(error.trouble))
          await documents.handle(
            id,
            { type: 'refuse-content', at: instant(clock), by },
            { expected: [document.version] },
          )
        throw error
      }
    },

    cancel: async (id: string, caller: Caller, options: CommandOptions) => {
      const by = actorOf(caller)
      const { document } = await seen(id, by)
      const upload = ownUpload(document.state, by)
      const handled = await documents.handle(
        id,
        { type: 'cancel', at: instant(clock), by },
        { ...options, admit: () => seen(id, by) },
      )
      if (upload && handled.outcome === 'done') await files.remove(fileOf(id, upload.number))
      return handled
    },

    /** A version for somebody who may open it now; `record` is called before anything of it is given. */
    open: async (id: string, wanted: number | undefined, caller: Caller) => {
      const by = actorOf(caller)
      const { document, access } = await seen(id, by)
      if (access === 'listed') throw new DomainError('forbidden', message('document-not-for-you'))
      if (access === 'closed') throw new DomainError('conflict', message('document-closed'))
      const { versions } = document.state
      const version = wanted === undefined ? versions.at(-1) : versions.find(({ number }) => number === wanted)
      if (!version) throw notFound('version', String(wanted ?? 1))
      const { number } = version
      const file = fileOf(id, number)
      const record = () =>
        documents.handle(id, { type: 'open', number, subject: caller.subject, at: instant(clock), by })
      return {
        version,
        facts: await files.facts(file),
        record,
        read: (range: { start: number; end: number }) => files.read(file, range),
      }
    },

    /** What is known of a version: `undefined` once the key of its owner was erased. */
    factsOf: async (id: string, number: number): Promise<FileFacts | undefined> => {
      try {
        return await files.facts(fileOf(id, number))
      } catch (error) {
        if (error instanceof FileError && error.trouble === 'erased') return undefined
        throw error
      }
    },

    /** How far an upload has come: `undefined` when its file is gone or cannot be read any more. */
    uploadOf: async (id: string, number: number): Promise<Upload | undefined> => {
      try {
        return await files.upload(fileOf(id, number))
      } catch (error) {
        if (error instanceof FileError) return undefined
        throw error
      }
    },
  }
}

export type DocumentUses = ReturnType<typeof documentUses>
