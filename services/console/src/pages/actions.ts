import { randomUUID } from 'node:crypto'
import { ProblemResponse } from '@techbridge/client'
import { type AnyEndpoint, type Api, casesApi, matchesApi, needsApi, offersApi } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { formOf } from '../forms/fields.ts'
import { readField, sentOf } from '../forms/read.ts'
import { renderField } from '../forms/render.ts'
import { layout, type Markup, url } from '../layout.ts'
import type { Visit } from '../visit.ts'
import { errorsOf, failed, problemBox } from './problem.ts'
import { named } from './words.ts'

export type Tag = 'offers' | 'needs' | 'matches' | 'cases'
const apis: Record<Tag, Api> = { offers: offersApi, needs: needsApi, matches: matchesApi, cases: casesApi }
const reading: Record<Tag, AnyEndpoint> = {
  offers: offersApi.get,
  needs: needsApi.get,
  matches: matchesApi.get,
  cases: casesApi.get,
}
export const isTag = (tag: string): tag is Tag => Object.hasOwn(apis, tag)

/** A record with what its reader may do now, as the API says. */
export interface Actionable {
  tag: Tag
  id: string
  version: number
  etag: string | undefined
  actions: readonly string[]
}

/** The POST of an action's name on a record of a kind; every action of the API is one. */
const endpointOf = (tag: Tag, action: string): AnyEndpoint | undefined =>
  Object.values<AnyEndpoint>(apis[tag]).find(
    ({ method, path }) => method === 'post' && path === `/v1/${tag}/{id}/${action}`,
  )

interface Attempt {
  value: unknown
  error: ProblemResponse
}

/** The form of one action: its fields from the contract, the version that was read, and a key so that it is done once. */
const actionForm = (visit: Visit, { tag, id, version }: Actionable, action: string, attempt?: Attempt): Markup => {
  const endpoint = endpointOf(tag, action)
  if (!endpoint) return html``
  const errors = errorsOf(attempt?.error)
  const name = `${action}-body`
  const fields = endpoint.body
    ? renderField(formOf(endpoint.body), attempt?.value, { visit, errors, form: name, name, path: '', label: '' })
    : ''
  const form = html`<form method="post" action="${url(`/${tag}/${id}/${action}`)}">
    <input type="hidden" name="version" value="${version}" />
    <input type="hidden" name="key" value="${randomUUID()}" />
    ${fields}
    <button title="${endpoint.summary}">${named(visit, action)}</button>
  </form>`
  if (!endpoint.body || attempt) return html`${form}`
  return html`<details>
    <summary>${named(visit, action)}</summary>
    <p lang="en">${endpoint.summary}.</p>
    ${form}
  </details>`
}

/** Buttons come from what the API allows now, so none leads to a refusal that was to be foreseen. */
export const actionForms = (visit: Visit, record: Actionable): Markup => {
  const { texts } = visit
  const possible = record.actions.filter((action) => endpointOf(record.tag, action))
  return html`<section aria-labelledby="decide">
    <h2 id="decide">${texts.decide}</h2>
    ${possible.length === 0 ? html`<p>${texts.nothingToDo}</p>` : possible.map((action) => actionForm(visit, record, action))}
  </section>`
}

const homeOf = (tag: Tag, id: string) =>
  tag === 'offers' || tag === 'needs' ? `/profiles/${tag}/${id}` : `/${tag}/${id}`

/** Says that somebody was quicker, with the record as it is now to look at first. */
const changedBox = (visit: Visit, { tag, id }: Actionable, status: string): Markup =>
  html`<div class="problem" role="alert">
    <p>${visit.texts.changedMeanwhile}</p>
    <p>
      <a href="${url(homeOf(tag, id))}" target="_blank" rel="noopener">${id}</a>
      <span class="tag">${named(visit, status)}</span>
    </p>
  </div>`

/** Carries an action out and goes back to its record; a refusal shows the form again with what was written. */
export const act = async (
  context: Context,
  visit: Visit,
  tag: Tag,
  id: string,
  action: string,
  form: URLSearchParams,
) => {
  const endpoint = endpointOf(tag, action)
  if (!endpoint) return undefined
  const sent = sentOf(form)
  const name = `${action}-body`
  const value = endpoint.body ? readField(formOf(endpoint.body), name, sent) : undefined
  const version = form.get('version') ?? ''
  const call = {
    params: { id },
    ...(endpoint.body && { body: value }),
    ...(endpoint.requiresIfMatch && { ifMatch: `"${version}"` }),
    idempotencyKey: form.get('key') ?? undefined,
  }
  try {
    await visit.client.call(endpoint, call)
    return context.redirect(url(homeOf(tag, id), { done: 1 }), 303)
  } catch (error) {
    if (!(error instanceof ProblemResponse) || [401, 403, 404].includes(error.status))
      return failed(context, visit, error)
    const current = await visit.client.call(reading[tag], { params: { id } })
    const record = { tag, id, version: current.body.version, etag: current.etag, actions: current.body.actions }
    const isChanged = error.status === 412
    if (isChanged && !(endpoint.body && record.actions.includes(action)))
      return context.redirect(url(homeOf(tag, id), { changed: 1 }), 303)
    const body = html`<h1>${named(visit, action)}</h1>
      ${isChanged ? changedBox(visit, record, current.body.status) : problemBox(visit, error, name)}
      ${actionForm(visit, record, action, { value, error })}
      <p><a href="${url(homeOf(tag, id))}">${visit.texts.decide}</a></p>`
    return context.html(layout(visit, { title: visit.texts.problemTitle, body }), isChanged ? 412 : 422)
  }
}
