import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { languageTag, wantedLanguage } from '../common/codes.ts'
import { booleanParameter } from '../common/parameters.ts'
import { idOf, opaque, organisation, reasonBody, text, timestamp } from '../common/values.ts'
import { type Role, reference } from '../common/vocabulary.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { actionsOn, bodyLimits, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { messageFields } from '../messages/message.ts'
import { seenDeadline } from '../needs/deadline.ts'
import { fullText } from './content.ts'
import { profileTranslation, translationToConfirm } from './translation.ts'
import { profileAction, profileStatus } from './vocabulary.ts'

/** Something about the content that was kept but looks wrong. `code` stays the same from version to version. */
export const warning = whole(
  z
    .object({
      code: z
        .string()
        .meta({ description: 'Stays the same from version to version', example: 'ip-granted-without-patent' }),
      path: z.string().meta({ description: 'Place in the view or in the row, e.g. `content.ip.status`' }),
      message: z.string().meta({ description: 'The same in a sentence' }),
      params: messageFields.params.optional(),
    })
    .meta({ id: 'Warning', description: 'Something about the content that was kept but looks wrong' }),
)
export type Warning = z.infer<typeof warning>

const sharedPatent = whole(
  z
    .object({
      patent: z.string().meta({ description: 'Its number without a kind code', example: 'CN116543210' }),
      offers: z
        .array(whole(z.object({ id: idOf('offer'), reference, organisation, status: profileStatus })))
        .meta({ description: 'The other offers that list it' }),
    })
    .meta({ id: 'SharedPatent', description: 'A patent that other offers list too, and these' }),
)
export type SharedPatent = z.infer<typeof sharedPatent>

/** One line of an import: `key` is the record's id in its source, unique within the organisation. */
const importRow = <C extends z.ZodType>(content: C) =>
  z
    .object({
      key: opaque(200).meta({ description: 'Id of the record in its source, unique within the organisation' }),
      organisation: organisation.optional().meta({ description: 'Whose record it is; officers and admins only' }),
      content: content.meta({ description: 'As in the request that drafts one record' }),
    })
    .meta({ example: { key: 'row-1', content: content.meta()?.example } })

const maxImportLines = 500

/** The owner's request to an officer: who asked, when and how. */
const requestBody = z.object({ request: text(1000).meta({ description: 'Who asked, when and how' }) }).meta({
  id: 'OwnersRequest',
  description: 'What the owner asked the officer for',
  example: { request: 'Dr. Sun asked by telephone on 24 November to submit it.' },
})
const writtenText = fullText.extend({}).meta({
  id: 'WrittenText',
  description: 'The text of a profile in one language',
  example: {
    title: 'Tưới nhỏ giọt chạy bằng năng lượng mặt trời',
    summary: 'Tưới nhỏ giọt cho vườn cây không có điện lưới.',
    description: 'Bơm năng lượng mặt trời cấp nước; cảm biến độ ẩm đất điều khiển từng ô.',
  },
})

const mebibytes = (bytes: number) => `${bytes / 1024 / 1024} MiB`

export const importOutcome = z.enum(['created', 'unchanged', 'refused'])
export const importReport = z
  .object({
    rows: z
      .array(
        z.object({
          row: z.int().min(1).meta({ description: 'Line of the request, from 1' }),
          key: z.string().optional().meta({ description: 'Of the line, if it has one' }),
          outcome: importOutcome.meta({ description: 'What became of the line; `unchanged` was imported before' }),
          id: z
            .string()
            .optional()
            .meta({ description: 'The record of the key; also of a refused row whose key has one' }),
          errors: z
            .array(
              z.object({
                path: z.string().meta({ description: 'Place in the line' }),
                message: z.string().meta({ description: 'What is wrong there, and what to write instead' }),
                code: messageFields.code.optional(),
                params: messageFields.params.optional(),
              }),
            )
            .optional()
            .meta({ description: 'Why the line was refused' }),
          warnings: z.array(warning).optional().meta({ description: 'What looks wrong in a row that was taken' }),
          changed,
        }),
      )
      .meta({ description: 'One for each line, in order' }),
    textsChanged: z
      .int()
      .optional()
      .meta({ description: 'Texts that were made plain, of all rows that were taken; absent when there were none' }),
    changed,
  })
  .meta({ id: 'ImportReport', description: 'What became of each row' })
export type ImportReport = z.infer<typeof importReport>

/** The endpoints of offers and of needs, which differ in their content. */
export const profileApi = <
  const K extends 'offer' | 'need',
  C extends z.ZodType,
  W extends z.ZodType,
  A extends z.ZodType,
  T extends z.ZodType,
>(
  kind: K,
  owner: Role,
  type: T,
  /** As it is stored and shown, and as requests bring it. */
  { content, written, abstract }: { content: C; written: W; abstract: A },
) => {
  const tag = `${kind}s`
  const Kind = kind === 'offer' ? 'Offer' : 'Need'
  const a = kind === 'offer' ? 'an' : 'a'
  const writers = [owner, 'officer', 'admin'] as const
  const officers = ['officer', 'admin'] as const
  const params = z.object({ id: idOf(kind) })
  const view = z
    .object({
      id: shown('public', idOf(kind)),
      reference: shown('public', reference),
      type: shown('public', type),
      version: shown('public', z.int().min(1).meta({ description: 'At level `abstract` it counts publications only' })),
      status: shown('public', profileStatus),
      level: shown(
        'public',
        z.enum(['abstract', 'full']).meta({ description: 'How much of the content the caller may read' }),
      ),
      organisation: shown(
        'identity',
        organisation.optional().meta({ description: 'Absent when it stays anonymous to the caller' }),
      ),
      revision: shown('public', z.int().min(0).meta({ description: '0 before the first publication' })),
      content: shown('public', z.union([content, abstract]).meta({ description: 'As much of it as `level` says' })),
      ...(kind === 'need' && {
        deadline: shown(
          'public',
          seenDeadline.optional().meta({ description: 'Until when responses are wanted, by `content`' }),
        ),
      }),
      draft: shown(
        'own',
        content.optional().meta({ description: 'The revision in progress; owner and officers only' }),
      ),
      reviewReason: shown(
        'own',
        z.string().optional().meta({
          description: 'Why it was returned or rejected last, until it is submitted again; owner and officers only',
        }),
      ),
      warnings: shown(
        'own',
        z
          .array(warning)
          .optional()
          .meta({ description: 'What looks wrong in the draft, or else in the content; owner and officers only' }),
      ),
      sharedPatents: shown(
        'office',
        z.array(sharedPatent).optional().meta({
          description: 'Patents that other offers list too, in whatever status; officers only, of offers only',
        }),
      ),
      // Exact times would reveal which profiles came from one import.
      createdAt: shown('public', timestamp, { exactFrom: 'own' }),
      publishedAt: shown('public', timestamp.optional(), { exactFrom: 'own' }),
      expiresAt: shown('public', timestamp.optional(), { exactFrom: 'own' }),
      actions: shown('public', z.array(profileAction).meta({ description: 'What the caller may do now' })),
      changed,
    })
    .meta({ id: Kind })
  const action = actionsOn({ tag, actions: profileAction, params, response: view })
  return {
    create: endpoint({
      method: 'post',
      path: `/v1/${tag}`,
      tag,
      summary: `Draft ${a} ${kind}`,
      access: [owner],
      body: written,
      response: view,
      status: 201,
    }),
    list: endpoint({
      method: 'get',
      path: `/v1/${tag}`,
      tag,
      summary: `List ${tag}, newest first`,
      description: 'Owners see their own, officers all, everyone what is published.',
      access: 'anyone',
      query: z.object({
        ...pageQuery,
        status: profileStatus.optional().meta({ description: 'Only those in this status' }),
        mine: booleanParameter().optional().meta({ description: 'Only those of the caller’s organisation' }),
      }),
      response: page(view),
    }),
    get: endpoint({
      method: 'get',
      path: `/v1/${tag}/{id}`,
      tag,
      summary: `Read ${a} ${kind}`,
      access: 'anyone',
      params,
      response: view,
    }),
    translation: endpoint({
      method: 'get',
      path: `/v1/${tag}/{id}/translation`,
      tag,
      summary: `Read title and summary of a published ${kind} in the language asked for`,
      description:
        'The owner’s text where there is one in the language, else a machine translation where the office has set up a service, and labelled as such, else the original.',
      access: 'signedIn',
      inLanguages: true,
      params,
      query: z.object({
        lang: wantedLanguage.optional().meta({ description: 'Language wanted, before those of `Accept-Language`' }),
      }),
      response: profileTranslation(kind).meta({ id: `${Kind}Translation` }),
    }),
    confirmTranslation: endpoint({
      method: 'post',
      path: `/v1/${tag}/{id}/confirm-translation`,
      tag,
      summary: 'Take a machine translation as one’s own text',
      description:
        'It becomes part of the draft, with the summary as description, to be edited, submitted and reviewed like any text.',
      access: [owner],
      params,
      body: translationToConfirm,
      response: view,
      requiresIfMatch: true,
    }),
    edit: endpoint({
      method: 'put',
      path: `/v1/${tag}/{id}`,
      tag,
      summary: `Replace a draft, or write a revision of a published ${kind}`,
      access: [owner],
      params,
      body: written,
      response: view,
      requiresIfMatch: true,
    }),
    copy: endpoint({
      method: 'post',
      path: `/v1/${tag}/{id}/copy`,
      tag,
      summary: `Draft a copy of ${a} ${kind} of one’s own`,
      description:
        'Of its draft, or else of its content, in whatever status it is. The copy is a record of its own: it has another reference, and nothing of the history.',
      access: [owner],
      params,
      response: view,
      status: 201,
    }),
    writeText: endpoint({
      method: 'put',
      path: `/v1/${tag}/{id}/texts/{language}`,
      tag,
      summary: 'Write or replace the text of one language',
      description: 'All else stays as it is in the draft, or else in the content, of which a draft is made.',
      access: [owner],
      params: params.extend({ language: languageTag.meta({ description: 'Language tag of the text' }) }),
      body: writtenText,
      response: view,
      requiresIfMatch: true,
    }),
    history: endpoint({
      method: 'get',
      path: `/v1/${tag}/{id}/history`,
      tag,
      summary: `What happened to ${a} ${kind}, and who did it`,
      access: writers,
      params,
      response: history,
    }),
    submit: endpoint(action('submit', 'Ask for review', [owner])),
    submitOnBehalf: endpoint({
      ...action('submit-on-behalf', 'Submit for the owner, who asked for it', officers),
      description: 'The request of the owner is kept in the history.',
      body: requestBody,
    }),
    allowContactData: endpoint({
      ...action('allow-contact-data', 'Allow what looks like contact data', officers),
      description:
        'Public texts of anonymous profiles must not contain contact data or the names of the organisation. What is found now is allowed from now on.',
      body: reasonBody,
    }),
    publish: endpoint(action('publish', 'Publish after review', officers)),
    return: endpoint({ ...action('return', 'Return to the owner with a reason', officers), body: reasonBody }),
    reject: endpoint({ ...action('reject', 'Reject for good, or reject a revision', officers), body: reasonBody }),
    withdraw: endpoint({ ...action('withdraw', 'Withdraw', writers), body: reasonBody }),
    renew: endpoint(action('renew', 'Keep published for another 365 days', writers)),
    import: endpoint({
      method: 'post',
      path: `/v1/${tag}/import`,
      tag,
      summary: `Draft or publish many ${tag} from lines of JSON`,
      description: `Each line is accepted or refused by itself. A line whose key was imported before changes nothing when its content is the same, so an import can be repeated after a failure; it is refused when the content differs, and names the record to edit instead. At most ${maxImportLines} lines and ${mebibytes(bodyLimits.lines)} a request, ${mebibytes(bodyLimits.json)} a line.`,
      access: writers,
      query: z.object({
        request: text(1000).optional().meta({
          description: 'How and when the owners asked for the import; required from officers, kept in the history',
        }),
        publish: booleanParameter()
          .prefault('false')
          .meta({ description: 'Publish at once; officers and admins only' }),
      }),
      body: importRow(written),
      bodyFormat: 'ndjson',
      maxLines: maxImportLines,
      response: importReport,
    }),
  }
}
