import { readConfig, runProcess } from '@techbridge/kit'
import { services } from '@techbridge/local'
import { pino } from 'pino'

/** All of Techbridge as `npm start` runs it, empty. */
const config = readConfig({
  AUTH_DEV: '1',
  DATA_DIR: process.argv[2],
  PORT: '0',
  REQUESTS_PER_MINUTE: '100000000',
  LOG_LEVEL: 'error',
})
const { url } = await runProcess({ config, services, log: pino({ level: config.LOG_LEVEL }, pino.destination(2)) })
console.log(url)
