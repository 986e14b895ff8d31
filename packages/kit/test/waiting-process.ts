import { Unavailable } from '@techbridge/contracts'
import { createLogger, readConfig, runProcess } from '@techbridge/kit'

/**
 * A process with one service, which cannot be composed until the parent says so, and whose stop fails when the first argument is
 * `stuck`. Its log goes to the parent.
 */
let isAvailable = false
process.once('message', () => {
  isAvailable = true
})
process.channel?.unref()

const config = readConfig(process.env)
await runProcess({
  config,
  services: {
    waiting: async () => {
      if (!isAvailable) throw new Unavailable('away')
      return {
        name: 'waiting',
        routes: [],
        start: async () => {},
        stop: async () => {
          if (process.argv[2] === 'stuck') throw new Error('stuck')
        },
        sweep: async () => {},
        unpublished: async () => 0,
      }
    },
  },
  log: createLogger(config),
})
