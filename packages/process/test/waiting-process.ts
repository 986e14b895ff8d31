import { Unavailable } from '@techbridge/port'
import { createLogger, explainFailure, readConfig, runProcess } from '@techbridge/process'

/**
 * A process with one service, which cannot be composed until the parent says so. By its first argument, its stop fails (`stuck`), or it
 * asks itself something again and again once it serves, until that fails, before its stop is over (`asking`). Its log goes to the parent.
 */
const kind = process.argv[2]
const asked = Promise.withResolvers<void>()
let isAvailable = false
process.once('message', () => {
  isAvailable = true
})
process.channel?.unref()

const config = readConfig(process.env)
await explainFailure(async () => {
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
            if (kind === 'stuck') throw new Error('stuck')
            if (kind === 'asking') await asked.promise
          },
          sweep: async () => {},
          unpublished: async () => 0,
        }
      },
    },
    log: createLogger(config),
    onceServing: async (url) => {
      if (kind !== 'asking') return
      try {
        for (;;) await fetch(`${url}/health/live`)
      } finally {
        setImmediate(asked.resolve)
      }
    },
  })
})
