import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises'
import type { TxtRecords } from '@techbridge/runtime'

/** How long a server is waited for, and how often each is asked. A caller waits no longer than both together. */
const timeout = 2000
const tries = 2

/** Asks these servers, each `host` or `host:port`; those of the machine when there are none. */
export const openTxtRecords = (servers: readonly string[] = []): TxtRecords => ({
  of: async (name) => {
    const resolver = new Resolver({ timeout, tries })
    if (servers.length > 0) resolver.setServers(servers)
    try {
      const records = await resolver.resolveTxt(name)
      return records.map((pieces) => pieces.join(''))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      return code === NOTFOUND || code === NODATA ? [] : undefined
    }
  },
})
