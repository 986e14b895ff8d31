import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Uses the deployment's secret for ids whose source cannot be guessed, and for tokens that nobody else can read or make. */
export interface Seal {
  /** An id of a kind. The same seed always gives the same id, and without the secret the seed cannot be found. */
  id(kind: string, seed: string): string
  /** Text as an opaque token, safe in a URL and in a header. Encrypting twice gives two tokens. */
  encrypt(text: string): string
  /** The text of a token; `undefined` when it was not made here. */
  decrypt(token: string): string | undefined
}

const ivBytes = 12
const tagBytes = 16

export const createSeal = (secret: string): Seal => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `techbridge ${purpose}`, 32))
  const idKey = derive('ids')
  const tokenKey = derive('tokens')
  return {
    id: (kind, seed) => `${kind}_${createHmac('sha256', idKey).update(`${kind}\n${seed}`).digest('hex').slice(0, 24)}`,

    encrypt: (text) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', tokenKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },

    decrypt: (token) => {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length <= ivBytes + tagBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', tokenKey, bytes.subarray(0, ivBytes))
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** An id of a kind that follows from other ids. The same seed always gives the same id, so acting twice on one cause creates one aggregate. */
export const derivedId = (kind: string, seed: string) =>
  `${kind}_${createHash('sha256').update(`${kind}\n${seed}`).digest('hex').slice(0, 24)}`
