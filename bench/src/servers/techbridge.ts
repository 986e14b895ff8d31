import { services } from '@techbridge/local'
import { createLogger, readConfig, runProcess } from '@techbridge/process'

/** All of Techbridge as `npm start` runs it, empty. */
const config = readConfig({
  AUTH_DEV: '1',
  WORKERS: '1',
  DATA_DIR: process.argv[2],
  PORT: '0',
  REQUESTS_PER_MINUTE: '100000000',
  LOG_LEVEL: 'error',
})
const { url } = await runProcess({ config, services, log: createLogger(config, 'stderr') })
console.log(url)
