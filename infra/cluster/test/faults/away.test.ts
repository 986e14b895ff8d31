import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ProblemResponse, signIn } from '@techbridge/client'
import { matchesApi, needsApi, type Organisation, offersApi, operationsApi, searchApi } from '@techbridge/contracts'
import type { EngineName } from '@techbridge/engines'
import { transferOffice } from '@techbridge/local'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import type { Cluster } from '../../src/cluster.ts'
import { eventually, onEngines, openCluster, seeded, underLoad } from './harness.ts'
import { pairs } from './sample.ts'

const awayMs = 30_000
const pollMs = 3000

/** Milliseconds after which an answer is too late for anybody. */
const patience = 45_000

type Outcome = 'served' | 'unavailable'

/** What a client meets: an answer, or 503 with the time after which to try again. Anything else fails. */
const outcomeOf = async (request: () => Promise<unknown>): Promise<Outcome> => {
  const late = AbortSignal.timeout(patience)
  const tooLate = once(late, 'abort').then(() => assert.fail(`no answer after ${patience} ms`))
  tooLate.catch(() => undefined)
  try {
    await Promise.race([request(), tooLate])
    return 'served'
  } catch (error) {
    assert.ok(error instanceof ProblemResponse, String(error))
    assert.equal(error.status, 503, error.message)
    assert.ok(error.retryAfterSeconds! > 0, 'it says when to try again')
    return 'unavailable'
  }
}

/** What people do, as requests by name. */
const people = async (url: string) => {
  const officer = await signIn(url, 'officer', transferOffice)
  const admin = await signIn(url, 'admin', transferOffice)
  const provider = await signIn(url, 'provider', organisations.institute)
  /** Ids of offers, each with a word that stands in no other. */
  const published = new Map<string, string>()
  let number = 0
  const row = (organisation: Organisation, content: unknown) => ({
    key: `away ${number++}`,
    organisation,
    content,
  })
  const importing = { query: { publish: 'true', request: 'Test data' } } as const
  return {
    published,
    requests: {
      draft: () => provider.call(offersApi.create, { body: offerContent() }),
      publish: async () => {
        const word = `kaveh${number}`
        const { title, summary, description } = offerContent().texts.en!
        const texts = { en: { title: `${title} ${word}`, summary, description } }
        const lines = [row(organisations.institute, offerContent({ texts }))]
        const { body } = await officer.call(offersApi.import, { ...importing, lines })
        assert.equal(body.rows[0]!.outcome, 'created')
        published.set(body.rows[0]!.id!, word)
      },
      ask: () =>
        officer.call(needsApi.import, { ...importing, lines: [row(organisations.cooperative, needContent())] }),
      read: () => officer.call(offersApi.list),
      matches: () => officer.call(matchesApi.list),
      search: () => officer.call(searchApi.search, { query: { q: 'irrigation' } }),
      lag: () => admin.call(operationsApi.lag),
    },
    isFound: async (id: string) => {
      const { body } = await officer.call(searchApi.search, { query: { q: published.get(id) } })
      return body.items.some((hit) => hit.id === id)
    },
    isMatched: async (id: string) =>
      (await officer.call(matchesApi.list, { query: { offer: id } })).body.items.length > 0,
  }
}

type People = Awaited<ReturnType<typeof people>>
type Name = keyof People['requests']

interface Outage {
  engine: EngineName
  /** What goes on without the engine; all else is unavailable. */
  served: Name[]
  unavailable: Name[]
  /** Killed in the midst of the outage, to be started again without the engine: whether it serves then, and what is served no more. */
  restarted: { service: string; serves: boolean; stops: Name[] } | undefined
}

const outages: Outage[] = [
  {
    engine: 'kafka',
    served: ['draft', 'publish', 'ask', 'read', 'matches', 'search'],
    unavailable: ['lag'],
    restarted: { service: 'offers', serves: true, stops: [] },
  },
  {
    engine: 'mongodb',
    served: ['search'],
    unavailable: ['draft', 'publish', 'ask', 'read', 'matches', 'lag'],
    restarted: { service: 'licensing', serves: false, stops: [] },
  },
  {
    engine: 'elasticsearch',
    served: ['draft', 'publish', 'ask', 'read', 'matches', 'lag'],
    unavailable: ['search'],
    restarted: { service: 'matching', serves: false, stops: ['matches', 'lag'] },
  },
]

type RunningEngine = Cluster['engines'][EngineName]

/** Two ways to be away: connections are refused, or nothing answers on those that there are. */
const ways = [
  {
    how: 'gone',
    begin: (engine: RunningEngine) => engine.kill(),
    end: (engine: RunningEngine) => engine.start(),
    restarts: true,
  },
  {
    how: 'silent',
    begin: async (engine: RunningEngine) => engine.pause(),
    end: async (engine: RunningEngine) => engine.resume(),
    restarts: false,
  },
]

test(
  `each engine gone or silent for ${awayMs / 1000} s: the rest keeps working, what needs it is 503, and everything recovers by itself`,
  onEngines,
  async (t) => {
    const random = seeded(t)
    const opened = await openCluster(t)
    const { cluster } = opened
    const them = await people(cluster.url)
    await underLoad(t, opened, async () => {
      for (const [outage, { how, begin, end, restarts }] of pairs(outages, ways, random)) {
        await t.test(`${outage.engine} ${how}`, async () => {
          const engine = cluster.engines[outage.engine]
          await begin(engine)
          const met = endure(cluster, them, restarts ? outage : { ...outage, restarted: undefined })
          const published = await met.finally(() => end(engine))
          await cluster.ready()
          await heal(them, outage, published)
        })
      }
    })
  },
)

/** What people meet during an outage; gives what they published meanwhile. */
const endure = async (cluster: Cluster, { requests, published }: People, outage: Outage): Promise<string[]> => {
  const { engine, restarted } = outage
  const stops: Name[] = []
  const before = published.size
  const meets = async (name: Name, expected: Outcome) =>
    assert.equal(await outcomeOf(requests[name]), expected, `${name} without ${engine}`)
  const meetUntil = async (end: number) => {
    while (performance.now() < end) {
      await Promise.all([
        ...outage.served.map((name) => meets(name, stops.includes(name) ? 'unavailable' : 'served')),
        ...outage.unavailable.map((name) => meets(name, 'unavailable')),
      ])
      await pause(pollMs)
    }
  }
  const begin = performance.now()
  await meetUntil(begin + awayMs / 2)
  if (restarted) {
    await cluster.services.find(({ name }) => name === restarted.service)!.kill()
    stops.push(...restarted.stops)
    if (restarted.serves) await cluster.ready()
  }
  await meetUntil(begin + awayMs)
  return [...published.keys()].slice(before)
}

/** All is served again, and what was published meanwhile is found and matched. */
const heal = async (them: People, { engine, served }: Outage, published: string[]) => {
  for (const [name, request] of Object.entries(them.requests))
    await eventually(`${name} is served after ${engine} came back`, async () => (await outcomeOf(request)) === 'served')
  assert.equal(published.length > 0, served.includes('publish'))
  for (const id of [published[0], published.at(-1)]) {
    if (id === undefined) continue
    await eventually(`${id} is found`, () => them.isFound(id))
    await eventually(`${id} is matched`, () => them.isMatched(id))
  }
}
