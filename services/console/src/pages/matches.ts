import { matchesApi, matchStatus } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { layout, type Markup, url } from '../layout.ts'
import { isOfficer, type Visit } from '../visit.ts'
import { moment, named, percent, sideName } from './words.ts'

export type Match = Awaited<ReturnType<typeof pageOf>>['items'][number]
const perPage = 25

const pageOf = async ({ client }: Visit, query: Record<string, string | undefined>) =>
  (await client.call(matchesApi.list, { query: { ...query, limit: perPage } })).body

/** A title in a language that a list does not name: it is not in the one of the page. */
const foreign = (title: string): Markup => html`<bdi lang="">${title}</bdi>`

const row = (visit: Visit, { id, need, offer, score, status, answerBy }: Match): Markup =>
  html`<li>
    <h2><a href="${url(`/matches/${id}`)}">${foreign(need.title)} ↔ ${foreign(offer.title)}</a></h2>
    <ul class="facts">
      <li><span class="tag">${named(visit, status)}</span></li>
      ${score === undefined ? '' : html`<li>${visit.texts.score}: ${percent(visit, score)}</li>`}
      <li>${sideName(visit, need.organisation)}</li>
      <li>${sideName(visit, offer.organisation)}</li>
      ${answerBy ? html`<li>${answerBy ? html`${visit.texts.deadline}: ${moment(visit, answerBy)}` : ''}</li>` : ''}
    </ul>
  </li>`

/** A filter without a field of its own stays when another one is changed. */
const kept = (name: string, value: string | undefined) =>
  value ? html`<input type="hidden" name="${name}" value="${value}" />` : ''

/** Matches that the caller may see; an officer begins with those to decide. The choice is in the URL. */
export const matchesPage = async (context: Context, visit: Visit) => {
  const { texts, session } = visit
  const asked = context.req.query('status')
  const status = asked === undefined && isOfficer(session) ? 'proposed' : asked || undefined
  const query = { status, need: context.req.query('need'), offer: context.req.query('offer') }
  const found = await pageOf(visit, { ...query, cursor: context.req.query('cursor') })
  const body = html`<h1>${texts.matches}</h1>
    <form class="filters" method="get" action="${url('/matches')}">
      ${kept('need', query.need)} ${kept('offer', query.offer)}
      <div>
        <label for="status">${texts.status}</label>
        <select id="status" name="status">
          <option value="" ${status === undefined ? 'selected' : ''}>${texts.any}</option>
          ${matchStatus.options.map(
            (one) => html`<option value="${one}" ${one === status ? 'selected' : ''}>${named(visit, one)}</option>`,
          )}
        </select>
      </div>
      <button>${texts.apply}</button>
    </form>
    ${
      found.items.length === 0
        ? html`<p>${texts.noMatches}</p>`
        : html`<ul class="rows">
            ${found.items.map((match) => row(visit, match))}
          </ul>`
    }
    ${found.next ? html`<p><a href="${url('/matches', { ...query, status: status ?? '', cursor: found.next })}">${texts.next}</a></p>` : ''}`
  return context.html(layout(visit, { title: texts.matches, body }))
}
