/** A TCP proxy on the loopback interface, transparent until troubles are added; they accumulate until they are cleared. */
export interface ToxicProxy {
  port: number
  /** Delays what the upstream sends, each piece by `latencyMs` ± `jitterMs`. */
  slow(by: { latencyMs: number; jitterMs: number }): Promise<void>
  /** Limits what passes on each connection, in each direction. */
  limit(kilobytesPerSecond: number): Promise<void>
  /** Cuts each connection, in the middle of the data, after this many bytes in one direction. */
  cutAfter(bytes: number): Promise<void>
  /** Swallows what is sent, in both directions, on connections that stay open. They break when this is cleared. */
  blackhole(): Promise<void>
  /** Refuses connections, and breaks existing ones. */
  disable(): Promise<void>
  enable(): Promise<void>
  /** Removes all troubles except `disable`. */
  clear(): Promise<void>
}

interface Address {
  name: string
  port: number
  upstreamPort: number
}

interface Toxic {
  type: 'latency' | 'bandwidth' | 'limit_data' | 'timeout'
  stream: 'upstream' | 'downstream'
  attributes: Record<string, number>
}

/** Makes a proxy by the HTTP API of the Toxiproxy at `url`; see https://github.com/Shopify/toxiproxy#http-api */
export const createProxy = async (url: string, { name, port, upstreamPort }: Address): Promise<ToxicProxy> => {
  const ask = async (method: string, path: string, body?: object): Promise<any> => {
    const response = await fetch(`${url}${path}`, { method, body: body && JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(`Toxiproxy answered ${response.status} to ${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const proxy = `/proxies/${encodeURIComponent(name)}`
  const toxics = `${proxy}/toxics`
  const add = (toxic: Toxic) => ask('POST', toxics, { ...toxic, name: `${toxic.type}-${toxic.stream}` })
  const addBoth = async (toxic: Omit<Toxic, 'stream'>) => {
    await Promise.all([add({ ...toxic, stream: 'upstream' }), add({ ...toxic, stream: 'downstream' })])
  }

  await ask('POST', '/proxies', { name, listen: `127.0.0.1:${port}`, upstream: `127.0.0.1:${upstreamPort}` })
  return {
    port,
    slow: ({ latencyMs, jitterMs }) =>
      add({ type: 'latency', stream: 'downstream', attributes: { latency: latencyMs, jitter: jitterMs } }),
    limit: (kilobytesPerSecond) => addBoth({ type: 'bandwidth', attributes: { rate: kilobytesPerSecond } }),
    cutAfter: (bytes) => addBoth({ type: 'limit_data', attributes: { bytes } }),
    // A timeout of 0 means none: they stay open.
    blackhole: () => addBoth({ type: 'timeout', attributes: { timeout: 0 } }),
    disable: () => ask('PATCH', proxy, { enabled: false }),
    enable: () => ask('PATCH', proxy, { enabled: true }),
    clear: async () => {
      const added: { name: string }[] = await ask('GET', toxics)
      await Promise.all(added.map((toxic) => ask('DELETE', `${toxics}/${toxic.name}`)))
    },
  }
}
