import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An authority, another that nobody trusts, and the certificates of a server at 127.0.0.1 and of a client, as files of PEM. */
export const makeCertificates = (folder: string) => {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const authority = (name: string) =>
    openssl('req', '-x509', ...newKey, '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`), '-subj', `/CN=${name}`)
  const signed = (name: string, extensions: string) => {
    openssl('req', ...newKey, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`), '-subj', `/CN=${name}`)
    writeFileSync(at(`${name}.ext`), extensions)
    const signer = ['-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial']
    openssl(
      'x509',
      '-req',
      '-in',
      at(`${name}.csr`),
      ...signer,
      '-out',
      at(`${name}.pem`),
      '-extfile',
      at(`${name}.ext`),
    )
    writeFileSync(
      at(`${name}-both.pem`),
      readFileSync(at(`${name}.key`), 'utf8') + readFileSync(at(`${name}.pem`), 'utf8'),
    )
  }
  authority('authority')
  authority('stranger')
  signed('server', 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
  signed('client', 'extendedKeyUsage=clientAuth\n')
  const files = (name: string) => ({
    certificate: at(`${name}.pem`),
    key: at(`${name}.key`),
    both: at(`${name}-both.pem`),
  })
  return {
    authority: at('authority.pem'),
    stranger: at('stranger.pem'),
    server: files('server'),
    client: files('client'),
  }
}
