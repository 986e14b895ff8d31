import { getRequestListener } from '@hono/node-server'
import express, { type Router } from 'express'
import { createConsole } from './app.ts'
import type { ConsoleOptions } from './visit.ts'

export type { ConsoleOptions, Person } from './visit.ts'

const paths = [
  '/search',
  '/sign-in',
  '/sign-out',
  '/language',
  '/console.css',
  '/profiles',
  '/offers',
  '/needs',
  '/matches',
  '/cases',
]

/** The console as pages beside the API: it takes its own paths and leaves all others alone. */
export const consolePages = (options: ConsoleOptions): Router => {
  const { fetch } = createConsole(options)
  const listener = getRequestListener(fetch)
  const router = express.Router()
  router.use((request, response, next) => {
    const isOwn =
      request.path === '/' || paths.some((path) => request.path === path || request.path.startsWith(`${path}/`))
    if (isOwn) void listener(request, response)
    else next()
  })
  return router
}
