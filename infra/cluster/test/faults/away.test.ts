import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ProblemReply } from '@techbridge/client'
import { matchesApi, needsApi, type Organisation, offersApi, operationsApi, searchApi } from '@techbridge/contracts'
import type { EngineName } from '@techbridge/engines'
import { signIn, transferOffice } from '@techbridge/local'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import type { Cluster } from '../../src/cluster.ts'
import { eventually, openCluster, skip, underLoad } from './harness.ts'

const awayMs = 30_000
const pollMs = 500

/** What a client meets: an answer, or 503 with the time after which to try again. Anything else fails. */
const outcomeOf = async (request: () => Promise<unknown>): Promise<'served' | 'unavailable'> => {
  try {
    await request()
    return 'served'
  } catch (error) {
    assert.ok(error instanceof ProblemReply, String(error))
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
  const published: string[] = []
  let number = 0
  const row = (organisation: Organisation, content: unknown) => ({
    key: `away ${number++}`,
    organisation,
    content,
  })
  const importing = { query: { publish: 'true' } } as const
  return {
    published,
    requests: {
      draft: () => provider.call(offersApi.create, { body: offerContent() }),
      publish: async () => {
        const { body } = await officer.call(offersApi.import, {
          ...importing,
          lines: [row(organisations.institute, offerContent())],
        })
        assert.equal(body.rows[0]!.outcome, 'created')
        published.push(body.rows[0]!.id!)
      },
      ask: () =>
        officer.call(needsApi.import, { ...importing, lines: [row(organisations.cooperative, needContent())] }),
      read: () => officer.call(offersApi.list),
      matches: () => officer.call(matchesApi.list),
      search: () => officer.call(searchApi.search, { query: { q: 'irrigation' } }),
      lag: () => admin.call(operationsApi.lag),
    },
    isFound: async (id: string) => {
      const { body } = await officer.call(searchApi.search, { query: { limit: 100, q: 'irrigation', kind: 'offer' } })
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
  /** Restarted in the midst of the outage, and whether it serves before its end. */
  restarted: { service: string; servesMeanwhile: boolean }
}

const outages: Outage[] = [
  {
    engine: 'kafka',
    served: ['draft', 'publish', 'ask', 'read', 'matches', 'search'],
    unavailable: ['lag'],
    restarted: { service: 'offers', servesMeanwhile: true },
  },
  {
    engine: 'mongodb',
    served: ['search', 'lag'],
    unavailable: ['draft', 'publish', 'ask', 'read', 'matches'],
    restarted: { service: 'licensing', servesMeanwhile: false },
  },
  {
    engine: 'elasticsearch',
    served: ['draft', 'publish', 'ask', 'read', 'matches', 'lag'],
    unavailable: ['search'],
    restarted: { service: 'matching', servesMeanwhile: false },
  },
]

test(`each engine away for ${awayMs / 1000} s: what can goes on, the rest is 503, and all heals alone`, {
  skip,
}, async (t) => {
  const opened = await openCluster(t)
  const { cluster } = opened
  const them = await people(cluster.url)
  await them.requests.ask()
  await underLoad(t, opened, async () => {
    for (const outage of outages) {
      await t.test(outage.engine, () => suffer(cluster, them, outage))
    }
  })
})

const suffer = async (cluster: Cluster, { requests, published, ...them }: People, outage: Outage) => {
  const { engine, served, unavailable, restarted } = outage
  const before = published.length
  const end = performance.now() + awayMs
  await cluster.engines[engine].kill()
  const meet = async () => {
    for (const name of served) assert.equal(await outcomeOf(requests[name]), 'served', `${name} without ${engine}`)
    for (const name of unavailable)
      assert.equal(await outcomeOf(requests[name]), 'unavailable', `${name} without ${engine}`)
  }
  await meet()
  if (restarted.servesMeanwhile) {
    await cluster.services.find(({ name }) => name === restarted.service)!.kill()
    await cluster.ready()
  }
  while (performance.now() < end) {
    await meet()
    await pause(pollMs)
  }
  if (!restarted.servesMeanwhile) await cluster.services.find(({ name }) => name === restarted.service)!.kill()

  await cluster.engines[engine].start()
  await cluster.ready()
  for (const [name, request] of Object.entries(requests))
    await eventually(
      `${name} is served again after ${engine} came back`,
      async () => (await outcomeOf(request)) === 'served',
    )
  const late = published.slice(before)
  assert.ok(late.length > 0)
  for (const id of [late[0]!, late.at(-1)!]) {
    await eventually(`${id} is found`, () => them.isFound(id))
    await eventually(`${id} is matched`, () => them.isMatched(id))
  }
}
