import { type AnyEndpoint, searchApi } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { z } from 'zod'
import { valueName } from '../forms/render.ts'
import { layout, type Markup, url } from '../layout.ts'
import { fill } from '../texts/index.ts'
import type { Visit } from '../visit.ts'
import { sideName } from './words.ts'

const filters = ['kind', 'sector', 'country', 'dealType'] as const
const perPage = 20

type Found = z.output<typeof searchApi.search.response>
/** Its query comes from the address as it is: the API says what is wrong with it. */
const endpoint: AnyEndpoint = searchApi.search
type Query = Partial<Record<(typeof filters)[number] | 'q' | 'cursor', string>>

const find = async ({ client, language }: Visit, query: Query): Promise<Found> => {
  const { body } = await client.call(endpoint, { query: { ...query, limit: perPage, lang: language } })
  return body
}

/**
 * The API escapes fragments and marks what was found in them; nothing but `<mark>` may be markup, so everything else is escaped here
 * whatever comes.
 */
const marked = (fragment: string): Markup =>
  html`${fragment
    .split(/(<mark>|<\/mark>)/)
    .map((part) => (part === '<mark>' || part === '</mark>' ? raw(part) : unescaped(part)))}`

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const unescaped = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

const hit = (visit: Visit, item: Found['items'][number]): Markup =>
  html`<li>
    <h2 lang="${item.language}"><a href="${url(`/profiles/${item.kind}s/${item.id}`)}">${item.title}</a></h2>
    <ul class="facts">
      <li><span class="tag">${visit.texts[item.kind]}</span> ${item.reference}</li>
      <li>${sideName(visit, item.organisation)}</li>
      <li>${valueName(visit, 'country', item.country)}</li>
      ${item.trl ? html`<li>TRL ${item.trl}</li>` : ''}
    </ul>
    <p lang="${item.language}">${item.highlights.length > 0 ? item.highlights.map(marked) : item.summary}</p>
  </li>`

const facet = (visit: Visit, found: Found, name: (typeof filters)[number], query: Query): Markup => {
  const values = found.facets[name]
  return html`<div>
    <label for="${name}">${visit.texts[name]}</label>
    <select id="${name}" name="${name}">
      <option value="">${visit.texts.any}</option>
      ${[...new Set([...values.map(({ value }) => value), ...(query[name] ? [query[name]] : [])])].map((value) => {
        const count = values.find((one) => one.value === value)?.count ?? 0
        return html`<option value="${value}" ${value === query[name] ? 'selected' : ''}>
          ${valueName(visit, name, value)} (${count})
        </option>`
      })}
    </select>
  </div>`
}

/** Search for everybody, with facets; the whole question is in the URL. */
export const searchPage = async (context: Context, visit: Visit) => {
  const { texts } = visit
  const given = Object.fromEntries(
    ['q', 'cursor', ...filters].map((name) => [name, context.req.query(name) || undefined]),
  )
  const query: Query = given
  const found = await find(visit, query)
  const body = html`<h1>${texts.welcome}</h1>
    ${visit.session ? '' : html`<p>${texts.welcomeText}</p>`}
    <form class="search" method="get" action="${url('/search')}" role="search">
      <label for="q">${texts.searchFor}</label>
      <span class="hint" id="q-hint">${texts.searchHint}</span>
      <input type="search" id="q" name="q" maxlength="500" value="${query.q ?? ''}" aria-describedby="q-hint" />
      <div class="facts">${filters.map((name) => facet(visit, found, name, query))}</div>
      <div><button>${texts.search}</button></div>
    </form>
    <p role="status">${found.total === 0 ? texts.nothingFound : fill(texts.found, { n: found.total })}</p>
    <ul class="rows">
      ${found.items.map((item) => hit(visit, item))}
    </ul>
    ${found.next ? html`<p><a href="${url('/search', { ...query, cursor: found.next })}">${texts.next}</a></p>` : ''}`
  return context.html(layout(visit, { title: query.q ?? texts.search, body }))
}
