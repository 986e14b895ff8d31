import { randomUUID } from 'node:crypto'
import { ProblemResponse } from '@techbridge/client'
import { type AnyEndpoint, needsApi, offersApi, profileStatus } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { formOf } from '../forms/fields.ts'
import { readField, sentOf } from '../forms/read.ts'
import { renderField } from '../forms/render.ts'
import { layout, type Markup, url } from '../layout.ts'
import { isOfficer, type Visit } from '../visit.ts'
import { errorsOf, failed, problemBox } from './problem.ts'
import { type ProfileTag, profileApis, type ShownContent, textFor } from './profile.ts'
import { named, sideName } from './words.ts'

const perPage = 25
const formName = 'content'
const listing: Record<ProfileTag, AnyEndpoint> = { offers: offersApi.list, needs: needsApi.list }
const editing: Record<ProfileTag, AnyEndpoint> = { offers: offersApi.edit, needs: needsApi.edit }
const creating: Record<ProfileTag, AnyEndpoint> = { offers: offersApi.create, needs: needsApi.create }

/** Records of an organisation, or for an officer those of all; an officer begins with those to review. */
export const profilesPage = async (context: Context, visit: Visit, tag: ProfileTag) => {
  const { texts, client, session } = visit
  const asked = context.req.query('status')
  const status = asked === undefined && isOfficer(session) ? 'underReview' : asked || undefined
  const query = {
    status,
    limit: perPage,
    cursor: context.req.query('cursor'),
    mine: isOfficer(session) ? undefined : 'true',
  }
  const { body: found } = await client.call(listing[tag], { query })
  const items: ListedProfile[] = found.items
  const rows = items.map((one) => {
    const { tag: language, text } = textFor(visit, one.draft ?? one.content)
    return html`<li>
      <h2 lang="${language}"><a href="${url(`/profiles/${tag}/${one.id}`)}">${text.title}</a></h2>
      <ul class="facts">
        <li><span class="tag">${named(visit, one.status)}</span> ${one.reference}</li>
        <li>${sideName(visit, one.organisation)}</li>
      </ul>
    </li>`
  })
  const body = html`<h1>${texts[tag]}</h1>
    ${isOfficer(session) ? '' : html`<p><a href="${url(`/${tag}/new`)}">${texts.write}</a></p>`}
    <form class="filters" method="get" action="${url(`/${tag}`)}">
      <div>
        <label for="status">${texts.status}</label>
        <select id="status" name="status">
          <option value="">${texts.any}</option>
          ${profileStatus.options.map(
            (one) => html`<option value="${one}" ${one === status ? 'selected' : ''}>${named(visit, one)}</option>`,
          )}
        </select>
      </div>
      <button>${texts.apply}</button>
    </form>
    ${rows.length === 0 ? html`<p>${texts.noRecords}</p>` : html`<ul class="rows">${rows}</ul>`}
    ${found.next ? html`<p><a href="${url(`/${tag}`, { status: status ?? '', cursor: found.next })}">${texts.next}</a></p>` : ''}`
  return context.html(layout(visit, { title: texts[tag], body }))
}

interface ListedProfile {
  id: string
  reference: string
  status: string
  organisation?: { id: string; name: string; country: string; kind: never }
  content: ShownContent
  draft?: ShownContent
}

interface Attempt {
  value: unknown
  error?: ProblemResponse
}

const form = (visit: Visit, tag: ProfileTag, action: string, version: string, { value, error }: Attempt): Markup =>
  html`${error ? problemBox(visit, error, formName) : ''}
    <form method="post" action="${url(action)}">
      <input type="hidden" name="version" value="${version}" />
      <input type="hidden" name="key" value="${randomUUID()}" />
      ${renderField(formOf(creating[tag].body), value, {
        visit,
        errors: errorsOf(error),
        form: formName,
        name: formName,
        path: '',
        label: '',
      })}
      <button>${visit.texts.saveDraft}</button>
    </form>`

const shown = (context: Context, visit: Visit, title: string, body: Markup, status: 200 | 422 = 200) =>
  context.html(layout(visit, { title, body: html`<h1>${title}</h1>${body}` }), status)

export const newProfilePage = (context: Context, visit: Visit, tag: ProfileTag) =>
  shown(context, visit, visit.texts.write, form(visit, tag, `/${tag}`, '', { value: undefined }))

export const editProfilePage = async (context: Context, visit: Visit, tag: ProfileTag, id: string) => {
  const { body: profile } = await visit.client.call(profileApis[tag].get, { params: { id } })
  const value = profile.draft ?? profile.content
  return shown(context, visit, visit.texts.edit, form(visit, tag, `/${tag}/${id}`, String(profile.version), { value }))
}

/** Drafts a profile, or replaces the draft of one; a refusal shows what was written, with what is wrong at its fields. */
export const saveProfile = async (
  context: Context,
  visit: Visit,
  tag: ProfileTag,
  id: string | undefined,
  sent: URLSearchParams,
) => {
  const value = readField(formOf(creating[tag].body), formName, sentOf(sent))
  const version = sent.get('version') ?? ''
  const idempotencyKey = sent.get('key') ?? undefined
  try {
    const saved = id
      ? await visit.client.call(editing[tag], { params: { id }, body: value, ifMatch: `"${version}"`, idempotencyKey })
      : await visit.client.call(creating[tag], { body: value, idempotencyKey })
    return context.redirect(url(`/profiles/${tag}/${saved.body.id}`, { done: 1 }), 303)
  } catch (error) {
    if (!(error instanceof ProblemResponse) || [401, 403, 404].includes(error.status) || error.status >= 500)
      return failed(context, visit, error)
    const { texts, client } = visit
    const action = id ? `/${tag}/${id}` : `/${tag}`
    const current = id && error.status === 412 ? await client.call(profileApis[tag].get, { params: { id } }) : undefined
    const next = current ? String(current.body.version) : version
    return shown(context, visit, id ? texts.edit : texts.write, form(visit, tag, action, next, { value, error }), 422)
  }
}
