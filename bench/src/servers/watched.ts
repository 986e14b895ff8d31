import { monitorEventLoopDelay } from 'node:perf_hooks'
import { services } from '@techbridge/local'
import { createLogger, readConfig, runProcess } from '@techbridge/process'

/** All of Techbridge, empty, in a process that tells its parent the longest stall of its event loop since it was last asked. */
const config = readConfig({
  AUTH_DEV: '1',
  WORKERS: '1',
  DATA_DIR: process.argv[2],
  PORT: '0',
  REQUESTS_PER_MINUTE: '100000000',
  LOG_LEVEL: 'error',
})
const { url } = await runProcess({ config, services, log: createLogger(config, 'stderr') })

const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()

/** Milliseconds of work that is always the same, to hold stalls against. */
const calibrate = (): number => {
  const start = performance.now()
  let sum = 0
  for (let step = 0; step < 50_000_000; step++) sum = (sum + step * 31) | 0
  return sum === 0.5 ? 0 : performance.now() - start
}

process.on('message', (asked) => {
  const answer = asked === 'calibrate' ? calibrate() : delays.max / 1e6
  delays.reset()
  process.send?.(answer)
})
process.send?.(url)
