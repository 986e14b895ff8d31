import { z } from 'zod'
import { integerParameter } from './common/parameters.ts'
import type { Role } from './common/vocabulary.ts'
import { writing } from './common/writing.ts'
import { says } from './messages/issues.ts'
import { message, messageFields } from './messages/message.ts'

/** Who may call: everyone, everyone signed in, or certain roles. Services add rules on single records. */
export type Access = 'anyone' | 'signedIn' | readonly Role[]

/** One row of the HTTP route table: routing, validation, OpenAPI and the typed client all read it. */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  method: 'get' | 'post' | 'put'
  /** Path template with `{name}` parameters. */
  path: string
  tag: string
  summary: string
  description?: string
  access: A
  params?: P
  query?: Q
  body?: B
  /** `ndjson`: one JSON document a line, each validated by the handler; `body` then describes a line. */
  bodyFormat?: 'json' | 'ndjson' | 'octets'
  /** Of a body of `octets`: bytes that the handler reads as they come, whatever they are. */
  maxBytes?: number
  /** Of an `ndjson` body, not counting blank ones. */
  maxLines?: number
  /** `eventStream`: the handler writes the response itself and `response` describes one message. `octets`: it writes bytes. */
  responseFormat?: 'json' | 'eventStream' | 'octets'
  response: R
  status: 200 | 201 | 202
  /** Has texts in the language that `Accept-Language` asks for, or the parameter `lang`. */
  inLanguages?: boolean
  /** Answers with these too, beside those that follow from its form: it looks for a record that its body names, or makes one that may exist. */
  alsoAnswers?: readonly (404 | 409)[]
  /** Responds only after work that grows with the amount of data, such as a rebuild. */
  takesLong?: boolean
  /** Only for requests whose `Host` is this machine. */
  loopbackOnly?: boolean
  /** The request must carry `If-Match` with the version it was based on. */
  requiresIfMatch: boolean
}

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, A extends Access> = Omit<
  Endpoint<P, Q, B, R, A>,
  'status' | 'requiresIfMatch'
> & { status?: 200 | 201 | 202; requiresIfMatch?: boolean }

export const endpoint = <
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
  const A extends Access = Access,
>(
  given: Given<P, Q, B, R, A>,
): Endpoint<P, Q, B, R, A> => ({ status: 200, requiresIfMatch: false, ...given })

/** Makes the endpoints of the actions on one kind of record: each a POST of the action's name, under `If-Match`. */
export const actionsOn =
  <A extends string, P extends z.ZodType, R extends z.ZodType>(of: {
    tag: string
    actions: z.ZodType<A>
    params: P
    response: R
  }) =>
  (name: A, summary: string, access: readonly Role[]) => ({
    method: 'post' as const,
    path: `/v1/${of.tag}/{id}/${name}`,
    tag: of.tag,
    summary,
    access,
    params: of.params,
    response: of.response,
    requiresIfMatch: true,
  })

/**
 * How long clients and the gateway wait for an endpoint that `takesLong`. Rebuilding a large log takes minutes, and who stops waiting
 * does not learn the result.
 */
export const longAnswerMs = 3_600_000

/** Any row of the table, whatever its types. */
export type AnyEndpoint = Endpoint<any, any, any, any, any>

/** A group of endpoints; the names are those that handlers and clients use. */
export type Api = Record<string, AnyEndpoint>

/**
 * Bytes of a body: a JSON document, which a line of NDJSON is too, and all lines together. The largest record that the contracts accept
 * fits a document in any encoding, as UTF-8 or with `\u` escapes.
 */
export const bodyLimits = { json: 1024 * 1024, lines: 8 * 1024 * 1024 } as const

/** RFC 9457 problem details. `errors` names each offending field by its path. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Stable identifier of the kind of problem' }),
    title: z.string().meta({ description: 'The kind of problem in words' }),
    code: z.string().optional().meta({
      description:
        'What `detail` says; the part before a dot is the end of `type`. Stays the same from version to version',
    }),
    params: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Parameters of `detail`, for texts in other languages' }),
    status: z.int().meta({ description: 'HTTP status' }),
    detail: z.string().meta({ description: 'What is wrong with this request, and what to do' }),
    instance: z.string().optional().meta({ description: 'Path of the request' }),
    errors: z
      .array(
        z.object({
          path: z.string().meta({ description: 'Of the field in the request' }),
          message: z.string().meta({ description: 'What is wrong with it' }),
          code: messageFields.code.optional(),
          params: messageFields.params.optional(),
        }),
      )
      .optional()
      .meta({ description: 'Each offending field, with its path in the request' }),
    allowed: z.array(z.string()).optional().meta({ description: 'What may be done instead' }),
    next: z
      .array(
        z.object({
          by: z.string().meta({ description: 'Who' }),
          actions: z.array(z.string()).meta({ description: 'What they may do' }),
        }),
      )
      .optional()
      .meta({ description: 'Who may do what now, the caller included' }),
    found: z
      .unknown()
      .optional()
      .meta({ description: 'What the refusing rule found, such as an entry of a catalogue' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' })
export type Problem = z.infer<typeof problem>

export const pageQuery = {
  limit: integerParameter(z.int().min(1).max(100))
    .default(20)
    .meta({ description: 'Items per page, 1 to 100; fewer when they are large' }),
  cursor: z
    .string()
    .regex(/^[!-~]{1,1000}$/, says(message('field.cursor')))
    .register(writing, { as: 'opaque', max: 1000 })
    .optional()
    .meta({ description: 'Opaque: `next` of the page before' }),
}

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item).meta({ description: 'Those of this page, in order' }),
    next: z.string().optional().meta({ description: 'Cursor of the next page' }),
  })

/** An entry of an aggregate's history: what happened, when, by whom. */
export const historyEntry = z
  .object({
    seq: z.int().min(1).meta({ description: 'Place in the history, from 1' }),
    type: z.string().meta({ description: 'Type of the event' }),
    at: z.string().meta({ description: 'When it happened, UTC' }),
    by: z
      .object({
        subject: z.string().meta({ description: 'Subject of the token, or the part of the system' }),
        role: z.string().meta({ description: 'Role of the caller, or `system`' }),
        organisation: z.string().optional().meta({ description: 'Id of the organisation acted for' }),
      })
      .meta({ description: 'Who did it' }),
    data: z.unknown().meta({ description: 'Data of the event' }),
    trace: z.string().optional().meta({ description: 'W3C traceparent of the request that caused it' }),
  })
  .meta({ id: 'HistoryEntry', description: 'What happened, when and by whom' })
export const history = z
  .object({ items: z.array(historyEntry).meta({ description: 'Oldest first' }) })
  .meta({ id: 'History', description: 'The history of a record' })
