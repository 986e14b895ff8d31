import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kind } from './kind.ts'
import { run } from './run.ts'
import { go } from './tools.ts'

const version = '2.12.0'

/**
 * Toxiproxy: TCP proxies that delay, throttle, cut and swallow what goes through them. Go checks what it brings against its
 * checksum database. Its module cache is a passing one: what it holds is not needed a second time.
 */
export const toxiproxy = {
  name: 'toxiproxy',
  title: `Toxiproxy ${version}`,
  folder: `toxiproxy-${version}`,
  proof: 'bin/server',
  size: 'compiled, about a minute',
  toolsToInstall: [go],
  toolsToRun: [],
  portCount: 1,

  install: async (home) => {
    const passing = await mkdtemp(join(tmpdir(), 'techbridge-go-'))
    try {
      await run('go', ['install', '-modcacherw', `github.com/Shopify/toxiproxy/v2/cmd/server@v${version}`], {
        GOBIN: join(home, 'bin'),
        GOPATH: passing,
        GOMODCACHE: join(passing, 'modules'),
        CGO_ENABLED: '0',
      })
    } finally {
      await rm(passing, { recursive: true, force: true })
    }
  },

  async prepare() {},

  command: ({ home, ports: [api] }) => ({
    file: join(home, 'bin', 'server'),
    args: ['-host', '127.0.0.1', '-port', `${api}`],
    env: { LOG_LEVEL: 'error' },
  }),

  isReady: async (port) => {
    try {
      return (await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(2000) })).ok
    } catch {
      return false
    }
  },
  environment: (port) => ({ TOXIPROXY_URL: `http://127.0.0.1:${port}` }),
} satisfies Kind
