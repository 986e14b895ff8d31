import { needsApi, offersApi } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { languageName, valueName } from '../forms/render.ts'
import { layout, type Markup, url } from '../layout.ts'
import { isOfficer, type Visit } from '../visit.ts'
import { type Actionable, actionForms } from './actions.ts'
import { moment, named, sideName } from './words.ts'

export type ProfileTag = 'offers' | 'needs'
export const profileApis = { offers: offersApi, needs: needsApi } as const

interface Text {
  title: string
  summary: string
  description?: string | undefined
  advantages?: string | undefined
}
/** What the pages show of the content of an offer or a need. */
export interface ShownContent {
  originalLanguage: string
  texts: Record<string, Text>
  sector: string
  dealTypes: readonly string[]
  territories: readonly string[]
  trl?: number | undefined
  minimumTrl?: number | undefined
}

export const textFor = ({ language }: Visit, { texts, originalLanguage }: ShownContent) => {
  const tag = Object.keys(texts).find((one) => one.split('-')[0] === language) ?? originalLanguage
  return { tag, text: texts[tag] ?? { title: tag, summary: '' } }
}

export const facts = (visit: Visit, content: ShownContent): Markup => {
  const { texts } = visit
  const trl = content.trl ?? content.minimumTrl
  return html`<dl>
    <dt>${texts.sector}</dt>
    <dd>${valueName(visit, 'sector', content.sector)}</dd>
    ${trl === undefined ? '' : html`<dt>${texts.readiness}</dt><dd>${trl}</dd>`}
    <dt>${texts.dealType}</dt>
    <dd>${content.dealTypes.map((one) => valueName(visit, 'dealType', one)).join(', ')}</dd>
    <dt>${texts.territories}</dt>
    <dd>${content.territories.map((one) => valueName(visit, 'territories', one)).join(', ')}</dd>
  </dl>`
}

const textBlock = (tag: string, { title, summary, description, advantages }: Text): Markup =>
  html`<section lang="${tag}">
    <h2>${title}</h2>
    <p class="text">${summary}</p>
    ${description ? html`<p class="text">${description}</p>` : ''}
    ${advantages ? html`<p class="text">${advantages}</p>` : ''}
  </section>`

/** schema.org data of what everybody may read. `<` is written so that no text ends the element. */
const structured = (kind: ProfileTag, reference: string, { tag, text }: ReturnType<typeof textFor>): Markup => {
  const data = {
    '@context': 'https://schema.org',
    '@type': kind === 'offers' ? 'Offer' : 'Demand',
    identifier: reference,
    name: text.title,
    description: text.summary,
    inLanguage: tag,
  }
  return html`<script type="application/ld+json">
    ${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
  </script>`
}

/** A profile as its reader may see it: public, or with its draft and what may be done with it. */
export const profilePage = async (context: Context, visit: Visit, tag: ProfileTag, id: string) => {
  const { texts, client, session } = visit
  const { body: profile, etag } = await client.call(profileApis[tag].get, { params: { id } })
  const content: ShownContent = profile.draft ?? profile.content
  const chosen = textFor(visit, content)
  const rest = Object.entries(content.texts).filter(([one]) => one !== chosen.tag)
  const record: Actionable = { tag, id, version: profile.version, etag, actions: profile.actions }
  const body = html`<h1 lang="${chosen.tag}">${chosen.text.title}</h1>
    <ul class="facts">
      <li><span class="tag">${texts[tag === 'offers' ? 'offer' : 'need']}</span> ${profile.reference}</li>
      <li>${sideName(visit, profile.organisation)}</li>
      ${session ? html`<li>${named(visit, profile.status)}</li>` : ''}
      ${profile.publishedAt ? html`<li>${texts.published}: ${moment(visit, profile.publishedAt)}</li>` : ''}
    </ul>
    ${
      profile.reviewReason
        ? html`<div class="problem">
            <h2>${texts.reviewReason}</h2>
            <p class="text">${profile.reviewReason}</p>
          </div>`
        : ''
    }
    ${
      profile.warnings && profile.warnings.length > 0
        ? html`<section>
            <h2>${texts.warnings}</h2>
            <ul lang="en">
              ${profile.warnings.map(({ path, message }) => html`<li>${path}: ${message}</li>`)}
            </ul>
          </section>`
        : ''
    }
    ${textBlock(chosen.tag, chosen.text)} ${facts(visit, content)}
    ${rest.map(
      ([one, text]) =>
        html`<details>
          <summary>${languageName(visit, one)}</summary>
          ${textBlock(one, text)}
        </details>`,
    )}
    ${session && profile.actions.length > 0 ? actionForms(visit, record) : ''}
    ${profile.actions.includes('edit') ? html`<p><a href="${url(`/${tag}/${id}/edit`)}">${texts.edit}</a></p>` : ''}
    ${isOfficer(session) ? html`<p><a href="${url('/matches', { [tag === 'offers' ? 'offer' : 'need']: id })}">${texts.matches}</a></p>` : ''}`
  const isPublic = profile.publishedAt !== undefined && !session
  const head = isPublic ? structured(tag, profile.reference, chosen) : undefined
  return context.html(
    layout(visit, { title: chosen.text.title, body, done: context.req.query('done') === '1', ...(head && { head }) }),
  )
}
