import { join } from 'node:path'
import { goProgram } from './go-program.ts'
import type { Kind } from './kind.ts'
import { go } from './tools.ts'

const program = goProgram('Toxiproxy', 'github.com/Shopify/toxiproxy/v2/cmd/server', 'v2.12.0')

/** TCP proxies that delay, throttle, cut and swallow what goes through them. */
export const toxiproxy = {
  name: 'toxiproxy',
  ...program,
  toolsToInstall: [go],
  toolsToRun: [],
  portCount: 1,

  async prepare() {},

  command: ({ home, ports: [api] }) => ({
    file: join(home, program.proof),
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
