import type { Context } from 'hono'
import { html } from 'hono/html'
import { layout, url } from '../layout.ts'
import type { Visit } from '../visit.ts'

/** The session ended while a form was written: what was written stays on the page, to be sent again after signing in beside it. */
export const expiredPage = (context: Context, visit: Visit, form: URLSearchParams) => {
  const { texts } = visit
  const body = html`<h1>${texts.signIn}</h1>
    <p>${texts.expired}</p>
    <p><a href="${url('/sign-in')}" target="_blank" rel="noopener">${texts.signIn}</a></p>
    <form method="post" action="${url(new URL(context.req.url).pathname)}">
      ${[...form].map(([name, value]) =>
        name === 'version' || name === 'key' || value === ''
          ? html`<input type="hidden" name="${name}" value="${value}" />`
          : html`<div class="field">
                <label for="${name}">${name}</label><textarea id="${name}" name="${name}">${value}</textarea>
              </div>`,
      )}
      <button>${texts.resend}</button>
    </form>`
  return context.html(layout(visit, { title: texts.signIn, body }), 401)
}
