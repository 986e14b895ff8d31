import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { FileError } from './errors.ts'

const nonceBytes = 12
const tagBytes = 16

/** A small secret under a key of 32 bytes, as text. It opens only with the same key and the same purpose. */
export const sealBox = (key: Uint8Array, purpose: string, secret: Uint8Array): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`techbridge box 1\n${purpose}`))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

export const openBox = (key: Uint8Array, purpose: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) throw new FileError('damaged')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(`techbridge box 1\n${purpose}`))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new FileError('damaged', { cause })
  }
}
