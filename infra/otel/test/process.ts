import { endpoint } from '@techbridge/contracts'
import { implement } from '@techbridge/http'
import { services } from '@techbridge/local'
import { createLogger, readConfig, runProcess } from '@techbridge/process'
import { z } from 'zod'

const failing = {
  fail: endpoint({
    method: 'post',
    path: '/v1/failures/{id}',
    tag: 'test',
    summary: 'Fails as clients of engines do: what they were asked is on the error',
    access: 'signedIn',
    params: z.object({ id: z.string() }),
    body: z.object({ text: z.string() }),
    response: z.object({}),
  }),
}

const routes = implement(failing, {
  fail: async ({ body: { text } }) => {
    const cause = Object.assign(new Error('the engine refused'), { meta: { params: { body: text } } })
    throw Object.assign(new Error('not written', { cause }), { body: text, keyValue: { text } })
  },
})
const nothing = async () => {}

/** All services, and one that fails when it is asked; told on stdout where it listens. Its log goes to stderr, as with `npm start`. */
const config = readConfig(process.env)
const { url } = await runProcess({
  config,
  services: {
    ...services,
    failing: async () => ({
      name: 'failing',
      routes,
      start: nothing,
      stop: nothing,
      sweep: nothing,
      unpublished: async () => 0,
    }),
  },
  log: createLogger(config, 'stderr'),
})
console.log(url)
