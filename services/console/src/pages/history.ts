import type { history } from '@techbridge/contracts'
import { html } from 'hono/html'
import type { z } from 'zod'
import type { Markup } from '../layout.ts'
import type { Visit } from '../visit.ts'
import { moment, named } from './words.ts'

type Entry = z.output<typeof history>['items'][number]

/** What happened to a record, oldest first. */
export const historyOf = (visit: Visit, items: readonly Entry[]): Markup =>
  html`<section>
    <h2>${visit.texts.history}</h2>
    <ol>
      ${items.map(({ type, at }) => html`<li>${moment(visit, at)} ${named(visit, nameOf(type))}</li>`)}
    </ol>
  </section>`

/** `techbridge.match.agreed.v1` happened to a match: agreed. */
const nameOf = (type: string) => type.split('.').at(-2) ?? type
