/** Invalid settings. The message names each and says what it should be, and never repeats a secret. */
export class BadConfig extends Error {
  override name = 'BadConfig'
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Whether a host name or address, with or without brackets, is this machine. */
export const isLoopback = (host: string): boolean => loopback.has(host.replaceAll(/[[\]]/g, ''))

/** Whether nobody between can change what an address answers. */
export const isSafeUrl = (text: string): boolean => {
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
