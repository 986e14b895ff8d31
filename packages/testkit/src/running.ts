import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type CloudEvent,
  type EventContract,
  groupsOf,
  type Organisation,
  type Role,
  topicNames,
  topics,
} from '@techbridge/contracts'
import { listen } from '@techbridge/http'
import { type CreateService, composeProcess, readConfig } from '@techbridge/process'
import { toCloudEvent } from '@techbridge/runtime'
import { pino } from 'pino'
import supertest from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { z } from 'zod'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { callers, type Who } from './people.ts'

export interface Options {
  clock?: FakeClock
  /** Works on the data folder before the services open it. */
  prepare?: (dataDir: string) => Promise<void>
  /** Settings besides those of the tests, such as the addresses of engines. */
  settings?: Record<string, string>
}

/** Services on a port of their own, over a data folder of their own, composed as production composes them. */
export const startService = async (services: Record<string, CreateService>, options: Options = {}) => {
  const clock = options.clock ?? fakeClock()
  const dataDir = await mkdtemp(join(tmpdir(), 'techbridge-'))
  await options.prepare?.(dataDir)
  const settings = { AUTH_DEV: '1', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '10000000', ...options.settings }
  const config = readConfig(settings)
  const process = await composeProcess({ config, services, log: pino({ level: 'silent' }), clock })
  const { bus } = process
  await process.start()
  const server = await listen(process.app, '127.0.0.1', 0)
  const { url } = server
  const consumers = Object.keys(services).flatMap(groupsOf)

  const tokens = new Map<string, Promise<string>>()
  const issue = async (role: Role, organisation: Organisation, subject?: string): Promise<string> => {
    const { body } = await supertest(url).post('/v1/tokens').send({ role, organisation, subject }).expect(201)
    return body.access_token
  }
  const tokenFor = (role: Role, organisation: Organisation) => {
    const name = `${role}@${JSON.stringify(organisation)}`
    if (!tokens.has(name)) tokens.set(name, issue(role, organisation))
    return tokens.get(name)!
  }

  const agent = async (role: Role, organisation: Organisation): Promise<TestAgent> =>
    supertest.agent(url).auth(await tokenFor(role, organisation), { type: 'bearer' })
  /** A client of somebody under a name of their own. */
  const person = async (subject: string, role: Role, organisation: Organisation): Promise<TestAgent> =>
    supertest.agent(url).auth(await issue(role, organisation, subject), { type: 'bearer' })
  const token = (who: Who) => tokenFor(callers[who].role, callers[who].organisation)

  const lag = async () => {
    const byTopic = await Promise.all(consumers.map((group) => bus.lag(group)))
    return byTopic.flatMap(Object.values).reduce((sum, one) => sum + one, 0)
  }

  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= process.stop(server.drain())
    return stopped
  }

  return {
    url,
    clock,
    bus,
    services: process.services,
    /** A client without a token. */
    anonymous: supertest.agent(url),
    agent,
    person,
    /** A client that is signed in. */
    as: (who: Who) => agent(callers[who].role, callers[who].organisation),
    token,

    /** Puts an event into the log as the service that owns its topic would. `seq`: its place in the aggregate's history. */
    publish: async <C extends EventContract>(contract: C, data: z.input<C['data']>, seq = 1): Promise<CloudEvent> => {
      const { id } = data as { id: string }
      const entry = {
        seq,
        type: contract.type,
        at: clock.now().toISOString(),
        by: { subject: 'test', role: 'system' as const },
      }
      const event = toCloudEvent(topics[contract.topic].publisher, id, { ...entry, data })
      await bus.publish([event])
      return event
    },

    /** Resolves when outboxes are empty, due work is done, and every event has been handled. */
    settle: async () => {
      for (let quiet = 0; quiet < 2; ) {
        for (const service of process.services) await service.sweep()
        if ((await lag()) === 0) quiet += 1
        else {
          quiet = 0
          await pause(2)
        }
      }
    },

    /** All of the log. */
    events: async (): Promise<CloudEvent[]> => {
      const all: CloudEvent[] = []
      for await (const { event } of bus.read({ topics: topicNames, live: false })) all.push(event)
      return all
    },

    /** Opens the event stream. */
    stream: async (who: Who, headers: Record<string, string> = {}, from = 'start'): Promise<Response> =>
      fetch(`${url}/v1/stream?from=${from}`, { headers: { Authorization: `Bearer ${await token(who)}`, ...headers } }),

    stop,
    close: async () => {
      await stop()
      await rm(dataDir, { recursive: true })
    },
  }
}

export type Running = Awaited<ReturnType<typeof startService>>
