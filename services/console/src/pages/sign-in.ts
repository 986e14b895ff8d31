import { developmentToken } from '@techbridge/client'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { ownPath } from '../guard.ts'
import { layout, url } from '../layout.ts'
import type { Sessions } from '../sessions.ts'
import { type ConsoleOptions, cookieNames, type Visit } from '../visit.ts'
import { failed, message } from './problem.ts'

/** Shorter than a token of the development issuer lives. */
const sessionMs = 50 * 60_000

export const signInPage = (context: Context, visit: Visit, { people }: ConsoleOptions) => {
  const { texts } = visit
  const back = ownPath(context.req.query('back'))
  const body = html`<h1>${texts.chooseWho}</h1>
    <p>${texts.chooseWhoHint}</p>
    <form method="post" action="${url('/sign-in')}">
      <input type="hidden" name="back" value="${back}" />
      <ul class="people">
        ${people.map(
          ({ role, organisation }, n) =>
            html`<li><button class="plain" name="person" value="${n}">${texts[role]}<br />${organisation.name}</button></li>`,
        )}
      </ul>
    </form>`
  return context.html(layout(visit, { title: texts.signIn, body }))
}

/** A session of its own each time, so that nobody can have prepared its id. */
export const signIn = async (
  context: Context,
  visit: Visit,
  sessions: Sessions,
  options: ConsoleOptions,
  form: URLSearchParams,
) => {
  const person = options.people[Number(form.get('person') ?? Number.NaN)]
  if (!person) return message(context, visit, 400, visit.texts.chooseWho)
  try {
    const token = await developmentToken(options.api(), person.role, person.organisation)
    sessions.end(getCookie(context, cookieNames.session))
    const id = sessions.begin({ ...person, token, endsAt: (options.now ?? Date.now)() + sessionMs })
    const secure = new URL(context.req.url).protocol === 'https:'
    setCookie(context, cookieNames.session, id, { httpOnly: true, sameSite: 'Lax', path: '/', secure })
    return context.redirect(ownPath(form.get('back') ?? undefined), 303)
  } catch (error) {
    return failed(context, visit, error)
  }
}

export const signOut = (context: Context, sessions: Sessions) => {
  sessions.end(getCookie(context, cookieNames.session))
  deleteCookie(context, cookieNames.session, { path: '/' })
  return context.redirect('/', 303)
}
