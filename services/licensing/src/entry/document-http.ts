import { randomUUID } from 'node:crypto'
import { type Caller, documentsApi, message } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { actorOf, implement, type Route, resource, type StreamHandler, sendContent } from '@techbridge/http'
import { type Aggregate, instant, type Seal } from '@techbridge/runtime'
import type { CaseDocument } from '../domain/document-life.ts'
import { viewOf } from '../usecases/disclosure.ts'
import { documentHistory, documentView, openingsOf } from '../usecases/document-view.ts'
import { type DocumentDependencies, documentUses } from '../usecases/documents.ts'
import { tellingOfFiles } from './file-problems.ts'

/** A name for who saves the file, when nobody gave it one. */
const nameless = 'document'

export const documentRoutes = (dependencies: DocumentDependencies & { seal: Seal }): Route[] => {
  const { documents, cases, clock, seal } = dependencies
  const uses = documentUses(dependencies)
  const view = (document: Aggregate<CaseDocument>, caller: Caller) =>
    documentView(document, caller, instant(clock), uses)
  const records = resource(documents, clock, {
    name: 'document',
    view,
    history: (document, entries, caller: Caller) => documentHistory(document, entries, caller, uses),
  })

  type Handled = Awaited<ReturnType<typeof uses.finish>>
  const answer = async ({ document, outcome }: Handled, caller: Caller) => ({
    body: await records.view(document, caller),
    version: document.version,
    replayed: outcome === 'replayed',
  })

  return implement(documentsApi, {
    startDocument: ({ params, body, caller, options }) =>
      tellingOfFiles(async () => {
        const id = seal.id('document', options.idempotency?.key ?? randomUUID())
        const handled = await uses.start(id, params.id, body, caller, options)
        return { ...(await answer(handled, caller)), location: `/v1/documents/${id}` }
      }),

    documents: async ({ params, query, caller }) => {
      const licensingCase = await cases.get(params.id)
      if (!licensingCase || !viewOf(licensingCase, caller, instant(clock))) {
        throw new DomainError('notFound', message('not-found', { what: 'case', id: params.id }))
      }
      const isParty = caller.role === 'provider' || caller.role === 'seeker'
      return records.page(query, caller, {
        where: { case: params.id, ...(isParty && { readers: caller.role }) },
        by: 'createdAt',
        value: ({ createdAt }) => createdAt,
      })
    },

    document: records.get,
    documentHistory: records.history,

    sendPart: ({ params, caller, content, contentSha256 }) =>
      tellingOfFiles(async () => {
        const { number, bytes, expiresAt, partBytes, parts, received } = await uses.sendPart(
          params.id,
          params.number,
          content,
          contentSha256,
          caller,
        )
        return { body: { number, bytes, expiresAt, partBytes, parts, received } }
      }),

    finish: ({ params, caller, options }) =>
      tellingOfFiles(async () => answer(await uses.finish(params.id, caller, options), caller)),
    cancel: ({ params, caller, options }) =>
      tellingOfFiles(async () => answer(await uses.cancel(params.id, caller, options), caller)),
    newVersion: ({ params, body, caller, options }) =>
      tellingOfFiles(async () => answer(await uses.newVersion(params.id, body, caller, options), caller)),

    content: async ({ params, query, caller }): Promise<StreamHandler> => {
      const { version, facts, record, read } = await tellingOfFiles(() => uses.open(params.id, query.version, caller))
      const { bytes, type, sha256, about } = facts
      const name = about.en ?? Object.values(about)[0] ?? nameless
      const etag = `"${version.number}-${version.hash.slice(0, 16)}"`
      const recorded = async () => void (await record())
      return (response) =>
        tellingOfFiles(() => sendContent(response, { bytes, type, name, etag, sha256, read }, recorded))
    },

    openings: async ({ params, caller }) => {
      const { document } = await uses.seen(params.id, actorOf(caller))
      const items = await openingsOf(document, () => documents.historyOf(document), caller)
      if (!items) throw new DomainError('forbidden', message('not-yours-to-do.record', { what: 'document' }))
      return { body: { items } }
    },
  })
}
