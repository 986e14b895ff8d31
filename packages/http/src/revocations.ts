import { message } from '@techbridge/contracts'
import { type Authenticator, refuse, type SignedIn } from './auth.ts'

/** Whose tokens end: all of an organisation, or those of one subject there, a member or a key. */
interface Revoked {
  organisation: string
  subject?: string
  /** In milliseconds since 1970. */
  at: number
}

/** Which tokens are refused because something ended after they were issued. */
export interface Revocations {
  revoke(revoked: Revoked): void
  isRevoked(signedIn: SignedIn): boolean
}

const nameOf = (organisation: string, subject?: string) => JSON.stringify([organisation, subject ?? null])

/**
 * Remembers what ended as long as tokens from before could be accepted: `maxAge` seconds. A token that was issued in the same second
 * is refused too, since tokens tell no part of one. `now` is in milliseconds since 1970.
 */
export const createRevocations = (maxAge: number, now = () => Date.now()): Revocations => {
  const latest = new Map<string, number>()
  const oldestOf = () => now() - (maxAge + 60) * 1000
  let forgotten = now()

  const forget = () => {
    if (now() - forgotten < 60_000) return
    forgotten = now()
    for (const [name, at] of latest) if (at < oldestOf()) latest.delete(name)
  }

  return {
    revoke: ({ organisation, subject, at }) => {
      forget()
      const name = nameOf(organisation, subject)
      if (at >= oldestOf() && at > (latest.get(name) ?? 0)) latest.set(name, at)
    },
    isRevoked: ({ caller: { subject, organisation }, maker, issued }) =>
      [undefined, subject, ...(maker === undefined ? [] : [maker])].some(
        (one) => issued * 1000 <= (latest.get(nameOf(organisation.id, one)) ?? 0),
      ),
  }
}

/** The authenticator, which refuses tokens that were issued before something ended that they depend on. */
export const refusingRevoked =
  (authenticate: Authenticator, { isRevoked }: Pick<Revocations, 'isRevoked'>): Authenticator =>
  async (token) => {
    const signedIn = await authenticate(token)
    if (isRevoked(signedIn)) throw refuse(message('not-signed-in.revoked'))
    return { ...signedIn, isRevoked: () => isRevoked(signedIn) }
  }
