import type { Authenticator } from './auth.ts'

/** Milliseconds for which an accepted token is accepted without another look at its signature. */
const rememberedMs = 30_000
const mostTokens = 1000

type Remembered = Awaited<ReturnType<Authenticator>> & { until: number }

/**
 * The authenticator, which remembers the tokens that it has accepted: to check a signature takes longer than what many requests ask for, and a
 * client sends the same token with each. It ends when it would have ended, and a key that the issuer takes back is trusted half a minute
 * longer. `now` is in milliseconds since 1970.
 */
export const remembering = (authenticate: Authenticator, now = () => Date.now()): Authenticator => {
  const accepted = new Map<string, Remembered>()
  return async (token) => {
    const known = accepted.get(token)
    if (known && now() < known.until) return known
    accepted.delete(token)
    const signedIn = await authenticate(token)
    accepted.set(token, { ...signedIn, until: Math.min(now() + rememberedMs, signedIn.expires * 1000) })
    for (const oldest of accepted.keys()) {
      if (accepted.size <= mostTokens) break
      accepted.delete(oldest)
    }
    return signedIn
  }
}
