import { ProblemResponse } from '@techbridge/client'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Errors, idOf } from '../forms/render.ts'
import { layout, type Markup, url } from '../layout.ts'
import type { Visit } from '../visit.ts'

/** A box above a form that names what is wrong, each with a link to its field where there is one. */
export const problemBox = ({ texts }: Visit, { problem }: ProblemResponse, form: string): Markup =>
  html`<div class="problem" role="alert" tabindex="-1" id="problem">
    <h2>${texts.problemTitle}</h2>
    <p lang="en">${problem.detail}</p>
    <p>${texts.fixAndRepeat}</p>
    <ul>
      ${(problem.errors ?? []).map(({ path, message }) => {
        return html`<li><a href="#${idOf(form, fieldPath(path))}" lang="en">${path}: ${message}</a></li>`
      })}
    </ul>
  </div>`

const fieldPath = (path: string) => path.replace(/^body\./, '')

/** What is wrong where, by the path within the body. */
export const errorsOf = (error: ProblemResponse | undefined): Errors =>
  new Map((error?.problem.errors ?? []).map(({ path, message }) => [fieldPath(path), message]))

export const message = (context: Context, visit: Visit, status: ContentfulStatusCode, title: string, hint = '') =>
  context.html(
    layout(visit, {
      title,
      body: html`<h1>${title}</h1>
        ${hint === '' ? '' : html`<p>${hint}</p>`}
        <p><a href="${url('/search')}">${visit.texts.search}</a></p>`,
    }),
    status,
  )

export const notFound = (context: Context, visit: Visit) =>
  message(context, visit, 404, visit.texts.notFound, visit.texts.notFoundHint)

/** The page for what the API refused, or for an API that cannot be reached. */
export const failed = (context: Context, visit: Visit, error: unknown) => {
  if (!(error instanceof ProblemResponse)) return message(context, visit, 503, visit.texts.unavailable)
  const { status, problem } = error
  if (status === 401) return context.redirect(url('/sign-in', { back: visit.here }), 303)
  if (status === 403 || status === 404) return notFound(context, visit)
  if (status >= 500) return message(context, visit, 503, visit.texts.unavailable)
  return message(context, visit, 400, visit.texts.problemTitle, problem.detail)
}
