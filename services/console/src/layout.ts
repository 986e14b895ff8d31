import { html } from 'hono/html'
import { fill, languages } from './texts/index.ts'
import { isOfficer, type Visit } from './visit.ts'

/** Markup that `html` made: it has escaped what it was given. */
export type Markup = ReturnType<typeof html>

/** `href`, `src` and `action` of everything: a path of this server with its query. */
export const url = (path: string, query: Record<string, string | number | undefined> = {}): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  const asked = parameters.toString()
  return asked === '' ? path : `${path}?${asked}`
}

const navigation = ({ session, texts }: Visit): [string, string][] => {
  const everybody: [string, string][] = [['/search', texts.search]]
  if (!session) return everybody
  const kinds: [string, string][] = [
    ['/offers', texts.offers],
    ['/needs', texts.needs],
  ]
  const own = isOfficer(session)
    ? kinds
    : kinds.filter(([path]) => (session.role === 'provider') === (path === '/offers'))
  return [['/matches', texts.matches], ...own, ['/cases', texts.cases], ...everybody]
}

const account = ({ session, texts }: Visit): Markup =>
  session
    ? html`<form method="post" action="${url('/sign-out')}">
        <span>${fill(texts.signedInAs, { role: texts[session.role], organisation: session.organisation.name })}</span>
        <button class="plain">${texts.signOut}</button>
      </form>`
    : html`<a href="${url('/sign-in')}">${texts.signIn}</a>`

const languageChoice = ({ language, texts, here }: Visit): Markup =>
  html`<form method="post" action="${url('/language')}">
    <input type="hidden" name="back" value="${here}" />
    <label for="language">${texts.language}</label>
    <select id="language" name="language">
      ${Object.entries(languages).map(
        ([tag, { name }]) =>
          html`<option value="${tag}" lang="${tag}" ${tag === language ? 'selected' : ''}>${name}</option>`,
      )}
    </select>
    <button class="plain">${texts.changeLanguage}</button>
  </form>`

export interface Page {
  title: string
  body: Markup
  /** What an action has just done. */
  done?: boolean | undefined
  /** For `<head>`, such as data for search engines. */
  head?: Markup
}

/** A whole document around a page. */
export const layout = (visit: Visit, { title, body, done, head }: Page): Markup => {
  const { language, texts, here } = visit
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${texts.product}</title>
        <link rel="icon" href="${url('/favicon.ico')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${url('/console.css')}" />
        ${head ?? ''}
      </head>
      <body>
        <a class="skip" href="#content">${texts.skip}</a>
        <header>
          <a class="brand" href="${url('/')}">${texts.product}</a>
          <nav aria-label="${texts.menu}">
            <ul>
              ${navigation(visit).map(
                ([path, name]) =>
                  html`<li><a href="${url(path)}" ${here.split('?')[0] === path ? html`aria-current="page"` : ''}>${name}</a></li>`,
              )}
            </ul>
          </nav>
          ${account(visit)}
        </header>
        <main id="content">
          ${done ? html`<p class="done" role="status">${texts.done}</p>` : ''} ${body}
        </main>
        <footer>
          ${languages[language].draft ? html`<p>${texts.draft}</p>` : ''} ${languageChoice(visit)}
        </footer>
      </body>
    </html>`
}
