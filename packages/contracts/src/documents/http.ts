import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { languageTag } from '../common/codes.ts'
import { integerParameter } from '../common/parameters.ts'
import { idOf, line, timestamp } from '../common/values.ts'
import { writing } from '../common/writing.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { actionsOn, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { caseRole } from '../licensing/vocabulary.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { documentStage, documentStatus, documentType } from './vocabulary.ts'

const tag = 'documents'
const params = z.object({ id: idOf('document') })
const ofCase = z.object({ id: idOf('case') })
const everyone = ['officer', 'admin', 'provider', 'seeker'] as const

/** Beyond this a contract would promise what no deployment keeps; each has a lower limit of its own. */
const mostBytes = 2 ** 40

export const documentAction = z
  .enum(['finish', 'cancel', 'new-version'])
  .meta({ id: 'DocumentAction', description: 'Action on a document, a POST of that name' })
export type DocumentAction = z.infer<typeof documentAction>

const names = z
  .array(
    whole(
      z
        .object({ language: languageTag, name: line(200).meta({ description: 'As people call it' }) })
        .meta({ id: 'DocumentName', description: 'What a document is called in a language' }),
    ),
  )
  .max(16)
  .meta({ description: 'What it is called, by language; kept as secret as the content' })

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, says(message('field.sha256')))
  .register(writing, { as: 'opaque', max: 64 })
  .meta({ description: 'SHA-256 of the content, in hexadecimal' })

const content = {
  type: documentType,
  bytes: z.int().min(0).max(mostBytes).meta({ description: 'Size of the content' }),
  sha256,
  names: names.optional(),
}

const example = {
  type: 'application/pdf',
  bytes: 182_044,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  names: [{ language: 'en', name: 'Process parameters.pdf' }],
} as const

/** What is announced of a version before its content is sent. */
export const versionBody = z
  .object(content)
  .meta({ id: 'NewVersion', description: 'A version of a document that will be sent', example })

export const documentBody = z
  .object({
    stage: documentStage,
    recipients: z.array(caseRole).max(3).meta({ description: 'Who may read it beside one’s own side' }),
    ...content,
  })
  .meta({
    id: 'NewDocument',
    description: 'A document that will be sent',
    example: { stage: 'annex', recipients: ['seeker', 'officer'], ...example },
  })

const upload = whole(
  z
    .object({
      number: z.int().min(1).meta({ description: 'Number of the version that is on its way' }),
      bytes: z.int().min(0).meta({ description: 'Size that was announced' }),
      expiresAt: timestamp,
      partBytes: z.int().min(1).meta({ description: 'Bytes of every part; the last one has what is left' }),
      parts: z.int().min(1).meta({ description: 'How many parts there are' }),
      received: z.array(z.int()).meta({ description: 'Numbers of the parts that have arrived' }),
    })
    .meta({ id: 'Upload', description: 'A version that is on its way, as far as it has come' }),
)
export type Upload = z.infer<typeof upload>

const version = whole(
  z
    .object({
      number: z.int().min(1).meta({ description: 'Counts from 1' }),
      bytes: z.int().min(0).meta({ description: 'Size of the content' }),
      receivedAt: timestamp,
      hash: z.string().meta({ description: 'HMAC-SHA256 of the SHA-256 under the salt' }),
      type: documentType.optional(),
      sha256: sha256.optional(),
      salt: z.string().optional().meta({ description: 'With it `hash` can be checked; in hexadecimal' }),
      names: names.optional(),
      erased: z
        .literal(true)
        .optional()
        .meta({ description: 'The key of its owner was erased, so that nobody can read it' }),
    })
    .meta({
      id: 'DocumentVersion',
      description: 'A version that has arrived. Type, SHA-256, salt and names are for those who may read it now',
    }),
)

const view = z
  .object({
    id: shown('public', idOf('document')),
    version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
    case: shown('public', idOf('case')),
    stage: shown('public', documentStage),
    status: shown('public', documentStatus),
    owner: shown('public', caseRole.meta({ description: 'Whose document it is' })),
    recipients: shown('public', z.array(caseRole).meta({ description: 'Who may read it beside the owner' })),
    createdAt: shown('public', timestamp),
    versions: shown('public', z.array(version).meta({ description: 'Those that have arrived, oldest first' })),
    upload: shown('public', upload.optional()),
    readable: shown('public', z.boolean().meta({ description: 'Whether the caller may open it now' })),
    actions: shown('public', z.array(documentAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'Document', description: 'A document of a case' })

const opening = z
  .object({
    number: z.int().min(1).meta({ description: 'Number of the version' }),
    at: timestamp,
    by: z
      .object({
        subject: z.string().meta({ description: 'Subject of the token' }),
        role: z.string().meta({ description: 'Role of the caller' }),
        organisation: z.string().optional().meta({ description: 'Id of the organisation acted for' }),
      })
      .meta({ description: 'Who opened it' }),
  })
  .meta({ id: 'Opening', description: 'Who opened a document, and when' })

const action = actionsOn({ tag, actions: documentAction, params, response: view })

export const documentsApi = {
  startDocument: endpoint({
    method: 'post',
    path: '/v1/cases/{id}/documents',
    tag,
    summary: 'Begin a document of a case and announce its first version',
    description:
      'Then send the content in parts of `upload.partBytes` bytes, in any order and several at once, and finish. An upload that breaks off goes on with the parts that are not in `upload.received`.',
    access: everyone,
    params: ofCase,
    body: documentBody,
    response: view,
    status: 201,
  }),
  documents: endpoint({
    method: 'get',
    path: '/v1/cases/{id}/documents',
    tag,
    summary: 'List the documents of a case, newest first',
    description: 'Officers see that each is there, a party those that are its own or that it is a recipient of.',
    access: 'signedIn',
    params: ofCase,
    query: z.object(pageQuery),
    response: page(view),
  }),
  document: endpoint({
    method: 'get',
    path: '/v1/documents/{id}',
    tag,
    summary: 'Read what is known of a document',
    access: 'signedIn',
    params,
    response: view,
  }),
  documentHistory: endpoint({
    method: 'get',
    path: '/v1/documents/{id}/history',
    tag,
    summary: 'What happened to a document, and who did it',
    description: 'Openings are for the owner and for officers.',
    access: 'signedIn',
    params,
    response: history,
  }),
  sendPart: endpoint({
    method: 'put',
    path: '/v1/documents/{id}/parts/{number}',
    tag,
    summary: 'Send a part of the version that is on its way',
    description:
      'What is answered with 200 is kept. A part that is sent again must be the same. `Content-Digest` (RFC 9530, sha-256) is checked when it is there.',
    access: 'signedIn',
    params: params.extend({
      number: integerParameter(z.int().min(1).max(99_999)).meta({ description: 'Number of the part, from 1' }),
    }),
    bodyFormat: 'octets',
    maxBytes: 4 * 1024 * 1024,
    response: upload,
  }),
  finish: endpoint(
    action(
      'finish',
      'Check that all parts are there and the whole is what was announced, and make it a version',
      everyone,
    ),
  ),
  cancel: endpoint(action('cancel', 'Give up the version that is on its way', everyone)),
  newVersion: endpoint({
    ...action('new-version', 'Announce another version', everyone),
    body: versionBody,
  }),
  content: endpoint({
    method: 'get',
    path: '/v1/documents/{id}/content',
    tag,
    summary: 'Open a version: its content, or a range of it',
    description:
      'Recorded before the first byte is sent. The content comes as it was sent and is for saving, not for showing: `Content-Disposition: attachment`. One `Range` of bytes is served with 206.',
    access: 'signedIn',
    params,
    query: z.object({
      version: integerParameter(z.int().min(1).max(100_000))
        .optional()
        .meta({ description: 'Number of the version; the newest when absent' }),
    }),
    responseFormat: 'octets',
    response: z.unknown(),
  }),
  openings: endpoint({
    method: 'get',
    path: '/v1/documents/{id}/openings',
    tag,
    summary: 'Who opened a document, and when',
    description: 'For its owner and for officers.',
    access: 'signedIn',
    params,
    response: z
      .object({ items: z.array(opening).meta({ description: 'Oldest first' }) })
      .meta({ id: 'Openings', description: 'Who opened a document' }),
  }),
}
