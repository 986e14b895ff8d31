import { namesIn, type Organisation } from '@techbridge/contracts'
import { html } from 'hono/html'
import { inWords } from '../forms/render.ts'
import type { Markup } from '../layout.ts'
import { localeOf, type Texts } from '../texts/index.ts'
import type { Visit } from '../visit.ts'

/** Names of statuses and actions that the console has words for, where these differ from the names of the API. */
const keys: Record<string, keyof Texts> = {
  underReview: 'submitted',
  revisionUnderReview: 'submitted',
  expired: 'expiredStatus',
}

/** The words of a status or an action in the reader's language; its English name where the console has none. */
export const named = ({ texts, language }: Visit, name: string): Markup => {
  const deal = new Map(Object.entries(namesIn(language).dealTypes)).get(name)
  if (deal) return html`${deal}`
  const words = new Map(Object.entries(texts)).get(keys[name] ?? name)
  return words === undefined ? html`<span lang="en">${inWords(name)}</span>` : html`${words}`
}

export const sideName = ({ texts }: Visit, organisation: Organisation | undefined): string =>
  organisation?.name ?? texts.anonymous

/** A moment as the reader's language writes it, in UTC, with the machine's form beside it. */
export const moment = ({ language }: Visit, at: string): Markup => {
  const shown = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return html`<time datetime="${at}">${shown.format(new Date(at))} UTC</time>`
}

/** Rounded down, so that only what is certain is 100 %. */
export const percent = ({ language }: Visit, share: number): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: 'floor',
  }).format(share)
