import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { setCookie } from 'hono/cookie'
import { isOwnForm, ownPath, secureHeaders } from './guard.ts'
import { act, isTag } from './pages/actions.ts'
import { casePage, casesPage } from './pages/cases.ts'
import { expiredPage } from './pages/expired.ts'
import { matchPage } from './pages/match.ts'
import { matchesPage } from './pages/matches.ts'
import { failed, message, notFound } from './pages/problem.ts'
import { profilePage } from './pages/profile.ts'
import { editProfilePage, newProfilePage, profilesPage, saveProfile } from './pages/profiles.ts'
import { searchPage } from './pages/search.ts'
import { signIn, signInPage, signOut } from './pages/sign-in.ts'
import { termSheetFile } from './pages/term-sheet.ts'
import { createSessions } from './sessions.ts'
import { isLanguage } from './texts/index.ts'
import { type ConsoleOptions, cookieNames, type Visit, visitOf } from './visit.ts'

const styles = readFileSync(new URL('console.css', import.meta.url), 'utf8')

/** Bytes of a form: the API takes no larger body. */
const largestForm = 1024 * 1024
const yearSeconds = 365 * 24 * 60 * 60

type Handler = (context: Context, visit: Visit) => Response | Promise<Response>
type Submission = (context: Context, visit: Visit, form: URLSearchParams) => Response | Promise<Response>

const idIn = (context: Context): string => context.req.param('id') ?? ''

/** The pages of the console, as a client of the API alone. */
export const createConsole = (options: ConsoleOptions): Hono => {
  const sessions = createSessions(options.now)
  const app = new Hono()
  app.use(secureHeaders)
  const tooLarge = (context: Context) => {
    const visit = visitOf(context, options, sessions)
    return message(context, visit, 413, visit.texts.problemTitle)
  }
  app.use(bodyLimit({ maxSize: largestForm, onError: tooLarge }))

  const show = (page: Handler) => async (context: Context) => {
    const visit = visitOf(context, options, sessions)
    try {
      return await page(context, visit)
    } catch (error) {
      return failed(context, visit, error)
    }
  }
  const signedIn = (page: Handler) =>
    show((context, visit) =>
      visit.session ? page(context, visit) : context.redirect(`/sign-in?back=${encodeURIComponent(visit.here)}`, 303),
    )
  /** Forms of this server alone act; everything else does nothing. */
  const submit = (submission: Submission) =>
    show(async (context, visit) => {
      if (!isOwnForm((name) => context.req.header(name))) return message(context, visit, 403, visit.texts.forbidden)
      return submission(context, visit, new URLSearchParams(await context.req.text()))
    })
  const submitSignedIn = (submission: Submission) =>
    submit((context, visit, form) =>
      visit.session ? submission(context, visit, form) : expiredPage(context, visit, form),
    )

  app.get(
    '/',
    show((context, visit) => (visit.session ? context.redirect('/matches', 303) : searchPage(context, visit))),
  )
  app.get('/console.css', (context) =>
    context.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }),
  )
  app.get('/search', show(searchPage))
  app.get(
    '/sign-in',
    show((context, visit) => signInPage(context, visit, options)),
  )
  app.post(
    '/sign-in',
    submit((context, visit, form) => signIn(context, visit, sessions, options, form)),
  )
  app.post(
    '/sign-out',
    submit((context) => signOut(context, sessions)),
  )
  app.post(
    '/language',
    submit((context, _visit, form) => {
      const chosen = form.get('language') ?? undefined
      if (isLanguage(chosen))
        setCookie(context, cookieNames.language, chosen, {
          sameSite: 'Lax',
          path: '/',
          maxAge: yearSeconds,
          httpOnly: true,
        })
      return context.redirect(ownPath(form.get('back') ?? undefined), 303)
    }),
  )
  for (const tag of ['offers', 'needs'] as const) {
    app.get(
      `/profiles/${tag}/:id`,
      show((context, visit) => profilePage(context, visit, tag, idIn(context))),
    )
    app.get(
      `/${tag}`,
      signedIn((context, visit) => profilesPage(context, visit, tag)),
    )
    app.get(
      `/${tag}/new`,
      signedIn((context, visit) => newProfilePage(context, visit, tag)),
    )
    app.post(
      `/${tag}`,
      submitSignedIn((context, visit, form) => saveProfile(context, visit, tag, undefined, form)),
    )
    app.get(
      `/${tag}/:id/edit`,
      signedIn((context, visit) => editProfilePage(context, visit, tag, idIn(context))),
    )
    app.post(
      `/${tag}/:id`,
      submitSignedIn((context, visit, form) => saveProfile(context, visit, tag, idIn(context), form)),
    )
  }
  app.get('/matches', signedIn(matchesPage))
  app.get(
    '/matches/:id',
    signedIn((context, visit) => matchPage(context, visit, idIn(context))),
  )
  app.get('/cases', signedIn(casesPage))
  app.get(
    '/cases/:id/term-sheet.pdf',
    signedIn((context, visit) => termSheetFile(context, visit, idIn(context))),
  )
  app.get(
    '/cases/:id',
    signedIn((context, visit) => casePage(context, visit, idIn(context))),
  )
  app.post(
    '/:tag/:id/:action',
    submitSignedIn(async (context, visit, form) => {
      const { tag = '', action = '' } = context.req.param()
      const id = idIn(context)
      return (isTag(tag) && (await act(context, visit, tag, id, action, form))) || notFound(context, visit)
    }),
  )
  app.notFound((context) => notFound(context, visitOf(context, options, sessions)))
  return app
}
