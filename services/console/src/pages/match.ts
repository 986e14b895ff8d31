import { type ExplainedTerm, matchesApi, type TextPlace } from '@techbridge/contracts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { layout, type Markup, url } from '../layout.ts'
import { fill } from '../texts/index.ts'
import { isOfficer, type Visit } from '../visit.ts'
import { actionForms } from './actions.ts'
import { historyOf } from './history.ts'
import type { Match } from './matches.ts'
import { facts, type ShownContent } from './profile.ts'
import { moment, named, percent, sideName } from './words.ts'

const shownTerms = 12
const shownReasons = 3

interface Mark {
  start: number
  end: number
  number: number
}

/** The marks of one text, in order and without overlaps: of two at one place the first stays. */
const marksIn = (
  terms: readonly ExplainedTerm[],
  side: 'need' | 'offer',
  field: TextPlace['field'],
  language: string,
): Mark[] => {
  const marks = terms.flatMap((term, n) =>
    term[`${side}Places`]
      .filter((place) => place.field === field && place.language === language)
      .map(({ start, end }) => ({ start, end, number: n + 1 })),
  )
  const sorted = marks.toSorted((one, other) => one.start - other.start || other.end - one.end)
  const kept: Mark[] = []
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)
  return kept
}

/** A text with its shared terms marked by their number, which is the same on both sides and does not rest on colour. */
const markedText = (text: string, marks: readonly Mark[]): Markup => {
  const parts: Markup[] = []
  let from = 0
  for (const { start, end, number } of marks) {
    parts.push(html`${text.slice(from, start)}<mark>${text.slice(start, end)}<sup>${number}</sup></mark>`)
    from = end
  }
  return html`${parts}${text.slice(from)}`
}

/** The language of the text that has most of the shared terms, so that their marks are seen; else the original one. */
const shownLanguage = (
  { originalLanguage, texts }: ShownContent,
  terms: readonly ExplainedTerm[],
  side: 'need' | 'offer',
) => {
  const places = terms.flatMap((term) => term[`${side}Places`]).filter(({ language }) => language in texts)
  const counts = Map.groupBy(places, ({ language }) => language)
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length)
  return most?.[0] ?? originalLanguage
}

const side = (
  visit: Visit,
  kind: 'need' | 'offer',
  { organisation, reference, title, content, id }: Match['need'] | Match['offer'],
  terms: readonly ExplainedTerm[],
): Markup => {
  const { texts } = visit
  const shown: ShownContent | undefined = content
  const link = html`<a href="${url(`/profiles/${kind}s/${id}`)}">${reference}</a>`
  const head = html`<p><span class="tag">${texts[kind]}</span> ${link} · ${sideName(visit, organisation)}</p>`
  if (!shown) return html`<section>${head}<h2>${title}</h2></section>`
  const tag = shownLanguage(shown, terms, kind)
  const text = shown.texts[tag]
  if (!text) return html`<section>${head}<h2>${title}</h2></section>`
  const marked = (field: TextPlace['field'], value: string | undefined) =>
    value === undefined ? '' : html`<p class="text">${markedText(value, marksIn(terms, kind, field, tag))}</p>`
  return html`<section>
    ${head}
    <div lang="${tag}">
      <h2>${markedText(text.title, marksIn(terms, kind, 'title', tag))}</h2>
      ${marked('summary', text.summary)} ${marked('description', text.description)} ${marked('advantages', text.advantages)}
    </div>
    ${facts(visit, shown)}
  </section>`
}

const verdict = (visit: Visit, score: number | undefined): Markup =>
  score === undefined
    ? html``
    : html`<p>
        <label for="score">${visit.texts.score}</label> <meter id="score" min="0" max="1" value="${score}">${percent(visit, score)}</meter>
        <strong>${percent(visit, score)}</strong>
      </p>`

/** What an officer or a party needs to decide, on one page: reasons, both sides, what speaks against it, what may be done. */
export const matchPage = async (context: Context, visit: Visit, id: string) => {
  const { client, texts, session, language } = visit
  const [{ body: match, etag }, { body: why }, past] = await Promise.all([
    client.call(matchesApi.get, { params: { id } }),
    client.call(matchesApi.explain, { params: { id }, query: { lang: language } }),
    isOfficer(session) ? client.call(matchesApi.history, { params: { id } }) : undefined,
  ])
  const terms = why.reasons.flatMap(({ terms }) => terms ?? []).slice(0, shownTerms)
  const list = (title: string, said: readonly { text: string }[]): Markup =>
    said.length === 0
      ? html``
      : html`<section>
          <h2>${title}</h2>
          <ul lang="${why.language}">
            ${said.map(({ text }) => html`<li>${text}</li>`)}
          </ul>
        </section>`
  const body = html`<h1>${titleOf(match.need)} ↔ ${titleOf(match.offer)}</h1>
    ${context.req.query('changed') === '1' ? html`<div class="problem" role="alert"><p>${texts.changedMeanwhile}</p></div>` : ''}
    <ul class="facts">
      <li><span class="tag">${named(visit, match.status)}</span></li>
      ${match.answerBy ? html`<li>${fillWhen(visit, match.answerBy)}</li>` : ''}
    </ul>
    ${verdict(visit, match.score)}
    <section>
      <h2>${texts.why}</h2>
      <ol lang="${why.language}">
        ${why.reasons.slice(0, shownReasons).map(({ name, text, share }) => html`<li>${name} (${percent(visit, share)}): ${text}</li>`)}
      </ol>
    </section>
    ${list(texts.against, why.against)} ${list(texts.missing, why.missing)}
    ${
      match.earlierRefusals && match.earlierRefusals.length > 0
        ? html`<section>
            <h2>${texts.earlierRefusals}</h2>
            <ul>
              ${match.earlierRefusals.map(({ code, text, by, at }) => html`<li>${named(visit, code)} (${named(visit, by)}, ${moment(visit, at)})${text ? html`: <span lang="">${text}</span>` : ''}</li>`)}
            </ul>
          </section>`
        : ''
    }
    ${actionForms(visit, { tag: 'matches', id, version: match.version, etag, actions: match.actions })}
    ${terms.length > 0 ? html`<p>${texts.sharedTerms}</p>` : ''}
    <div class="sides">${side(visit, 'need', match.need, terms)} ${side(visit, 'offer', match.offer, terms)}</div>
    ${list(texts.changes, why.changes ?? [])} ${past ? historyOf(visit, past.body.items) : ''}`
  const title = `${match.need.title} ↔ ${match.offer.title}`
  return context.html(layout(visit, { title, body, done: context.req.query('done') === '1' }))
}

const titleOf = ({ title, content }: Match['need'] | Match['offer']): Markup => {
  const language = content?.originalLanguage
  return language ? html`<span lang="${language}">${title}</span>` : html`${title}`
}

const fillWhen = (visit: Visit, at: string): Markup => {
  const [before, after] = fill(visit.texts.answerBy, { when: '\u0000' }).split('\u0000')
  return html`${before}${moment(visit, at)}${after}`
}
