import { Unavailable } from '@techbridge/port'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { answerProblem } from './answers.ts'

/** Answers until a process is composed: the process is alive, and every other request should be repeated soon. */
export const createStartingApp = (log: Logger): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.use(helmet())
  app.get('/health/live', (_request, response) => void response.json({ status: 'up' }))
  app.use(() => {
    throw new Unavailable('the process is starting')
  })
  app.use(answerProblem(log))
  return app
}
