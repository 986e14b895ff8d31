import { randomBytes } from 'node:crypto'
import type { Organisation, Role } from '@techbridge/contracts'

/** Somebody who is signed in. The token stays here: a browser only has the id of the session. */
export interface Session {
  token: string
  role: Role
  organisation: Organisation
  /** Milliseconds since 1970 when the token ends. */
  endsAt: number
}

export interface Sessions {
  /** Returns the id of a new session. */
  begin(session: Session): string
  find(id: string | undefined): Session | undefined
  end(id: string | undefined): void
}

const mostSessions = 10_000

/** Sessions in memory, at most ten thousand: the oldest ones give way. All end with the process. */
export const createSessions = (now: () => number = Date.now, most = mostSessions): Sessions => {
  const sessions = new Map<string, Session>()
  return {
    begin: (session) => {
      const id = randomBytes(32).toString('base64url')
      sessions.set(id, session)
      for (const oldest of sessions.keys()) {
        if (sessions.size <= most) break
        sessions.delete(oldest)
      }
      return id
    },
    find: (id) => {
      const session = id === undefined ? undefined : sessions.get(id)
      if (id === undefined || !session || session.endsAt > now()) return session
      sessions.delete(id)
      return undefined
    },
    end: (id) => {
      if (id !== undefined) sessions.delete(id)
    },
  }
}
