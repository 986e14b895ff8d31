import { ProblemResponse } from '@techbridge/client'
import { caseStatus, casesApi, termSheetApi } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { layout, type Markup, url } from '../layout.ts'
import { fill } from '../texts/index.ts'
import type { Visit } from '../visit.ts'
import { actionForms } from './actions.ts'
import { historyOf } from './history.ts'
import { moment, named, sideName } from './words.ts'

const perPage = 25

type Case = Awaited<ReturnType<typeof caseOf>>['body']
const caseOf = ({ client }: Visit, id: string) => client.call(casesApi.get, { params: { id } })

/** The steps of a licensing case in their order, without those that interrupt or end it; a case may pass over some of them. */
const steps = caseStatus.exclude(['amended', 'onHold', 'inDispute', 'expired', 'terminated']).options

const title = ({ need, offer }: Case) => `${need.title} ↔ ${offer.title}`

/** Whom the case waits for, and whether that is the reader. */
const awaited = (visit: Visit, { awaited }: Case): Markup => {
  if (!awaited) return html``
  const { texts, session } = visit
  const who = new Intl.ListFormat(visit.language).format(awaited.who.map((one) => texts[one]))
  const mine = awaited.who.some((one) => one === session?.role)
  return html`<li>${mine ? html`<strong>${texts.yourTurn}</strong>` : fill(texts.awaited, { who })}</li>
    <li>${texts.deadline}: ${moment(visit, awaited.dueAt)}</li>`
}

export const casesPage = async (context: Context, visit: Visit) => {
  const { texts, client } = visit
  const cursor = context.req.query('cursor')
  const { body: found } = await client.call(casesApi.list, { query: { limit: perPage, cursor } })
  const rows = found.items.map(
    (one) =>
      html`<li>
        <h2><a href="${url(`/cases/${one.id}`)}">${title(one)}</a></h2>
        <ul class="facts">
          <li><span class="tag">${named(visit, one.status)}</span></li>
          ${awaited(visit, one)}
        </ul>
      </li>`,
  )
  const body = html`<h1>${texts.cases}</h1>
    ${rows.length === 0 ? html`<p>${texts.noRecords}</p>` : html`<ul class="rows">${rows}</ul>`}
    ${found.next ? html`<p><a href="${url('/cases', { cursor: found.next })}">${texts.next}</a></p>` : ''}`
  return context.html(layout(visit, { title: texts.cases, body }))
}

/** There are no terms before they are negotiated. */
const noneYet = (error: unknown): undefined => {
  if (!(error instanceof ProblemResponse && error.status === 404)) throw error
}

/** A case as a list of its steps, with what may be done now. */
export const casePage = async (context: Context, visit: Visit, id: string) => {
  const { texts, client } = visit
  const [{ body: one, etag }, past, sheet] = await Promise.all([
    caseOf(visit, id),
    client.call(casesApi.history, { params: { id } }),
    client.call(termSheetApi.termSheet, { params: { id } }).catch(noneYet),
  ])
  const stage = one.status === 'onHold' || one.status === 'inDispute' ? (one.pausedFrom ?? one.status) : one.status
  const body = html`<h1>${title(one)}</h1>
    ${context.req.query('changed') === '1' ? html`<div class="problem" role="alert"><p>${texts.changedMeanwhile}</p></div>` : ''}
    <ul class="facts">
      <li><span class="tag">${named(visit, one.status)}</span></li>
      ${one.dealType ? html`<li>${named(visit, one.dealType)}</li>` : ''} ${awaited(visit, one)}
    </ul>
    <ol>
      ${steps.map((step) => html`<li ${step === stage ? html`aria-current="step"` : ''}>${named(visit, step)}</li>`)}
    </ol>
    <dl>
      <dt>${texts.seeker}</dt>
      <dd>${sideName(visit, one.need.organisation)}</dd>
      <dt>${texts.provider}</dt>
      <dd>${sideName(visit, one.offer.organisation)}</dd>
    </dl>
    ${sheet ? html`<p><a href="${url(`/cases/${id}/term-sheet.pdf`)}">${texts.termSheet}</a> ${named(visit, sheet.body.status)}</p>` : ''}
    ${actionForms(visit, { tag: 'cases', id, version: one.version, etag, actions: one.actions })}
    ${historyOf(visit, past.body.items)}`
  return context.html(layout(visit, { title: title(one), body, done: context.req.query('done') === '1' }))
}
