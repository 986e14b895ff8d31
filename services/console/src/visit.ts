import { type Client, createClient } from '@techbridge/client'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Session, Sessions } from './sessions.ts'
import { isLanguage, type Language, languages, preferred, type Texts } from './texts/index.ts'

/** Somebody who may be chosen at sign-in, where the development issuer is. */
export type Person = Pick<Session, 'role' | 'organisation'>

export interface ConsoleOptions {
  /** Where the API is. Asked anew for each request, as a server learns its own address when it listens. */
  api(): string
  /** Whom the development issuer signs in; nobody where another issuer is used. */
  people: readonly Person[]
  /** Milliseconds since 1970. */
  now?: () => number
}

/** One request of a browser: who asks, in which language, and the API as they may use it. */
export interface Visit {
  session: Session | undefined
  language: Language
  texts: Texts
  client: Client
  /** Bytes of the API, such as a document, as they may read them. */
  fetch(path: string): Promise<Response>
  /** Path and query of this page, to come back to. */
  here: string
}

export const cookieNames = { session: 'techbridge_session', language: 'techbridge_language', done: 'techbridge_done' }

export const visitOf = (context: Context, { api }: ConsoleOptions, sessions: Sessions): Visit => {
  const session = sessions.find(getCookie(context, cookieNames.session))
  const chosen = getCookie(context, cookieNames.language)
  const language = isLanguage(chosen) ? chosen : preferred(context.req.header('accept-language'))
  const { pathname, search } = new URL(context.req.url)
  const headers = session && { Authorization: `Bearer ${session.token}` }
  return {
    session,
    fetch: (path) => fetch(new URL(path, api()), headers && { headers }),
    language,
    texts: languages[language].texts,
    client: createClient(api(), session?.token),
    here: pathname + search,
  }
}

export const isOfficer = (session: Session | undefined): boolean =>
  session?.role === 'officer' || session?.role === 'admin'
