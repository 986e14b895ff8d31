import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { BadConfig } from './bad-config.ts'

/** A setting and the file that it names. */
type Named = readonly [setting: string, path: string]

const read = ([setting, path]: Named): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new BadConfig(`${setting}: cannot read ${path} (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** The secret in a file, without the line break that editors add. Throws `BadConfig`. */
export const readSecret = (setting: string, path: string): string => {
  const secret = read([setting, path]).replace(/\r?\n$/, '')
  if (secret === '') throw new BadConfig(`${setting}: ${path} is empty`)
  return secret
}

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** The certificates of a PEM file, one or more. Throws `BadConfig`. */
export const readCertificates = (setting: string, path: string): string => {
  const content = read([setting, path])
  const found = content.match(certificate) ?? []
  try {
    for (const one of found) new X509Certificate(one)
  } catch {
    found.length = 0
  }
  if (found.length === 0) throw new BadConfig(`${setting}: ${path} holds no certificate in PEM`)
  return found.join('\n')
}

/** A certificate and the private key that belongs to it; both may be in one file. Throws `BadConfig`. */
export const readIdentity = (certificateFile: Named, keyFile: Named): { cert: string; key: string } => {
  const cert = readCertificates(...certificateFile)
  const key = read(keyFile)
  try {
    createSecureContext({ cert, key })
  } catch {
    const [setting, path] = keyFile
    throw new BadConfig(
      `${setting}: ${path} holds no private key in PEM that belongs to the certificate and has no passphrase`,
    )
  }
  return { cert, key }
}
