import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKafkaBus } from '@techbridge/bus/kafka'
import type { Client } from '@techbridge/client'
import { startCluster } from '@techbridge/cluster'
import { needsApi, offersApi, searchApi, type Topic, topics } from '@techbridge/contracts'
import { missingTools } from '@techbridge/engines'
import { median, quantile, ratio, time } from './measure.ts'
import { importing, settle, signInOfficer } from './publish-to-match.ts'
import { isThere } from './quality/labelled-data.ts'
import { readCorpus } from './scale/corpus.ts'

const needs = 200
const offers = Number(process.env.CLUSTER_OFFERS ?? 2000)
const linesOfOne = 100
const searches = 200
const publications = 20

interface Figures {
  importMs: number
  settledMs: number
  searches: number[]
  publications: number[]
  events: number
  repeated: number
}

const countEvents = async (brokers: string[]) => {
  const bus = await openKafkaBus({ brokers, clientId: 'bench' })
  const ids = new Set<string>()
  let events = 0
  for await (const { event } of bus.read({ topics: Object.keys(topics) as Topic[], live: false })) {
    events += 1
    ids.add(event.id)
  }
  await bus.close()
  return { events, repeated: events - ids.size }
}

const importAll = async (officer: Client, lines: readonly unknown[]) => {
  for (let at = 0; at < lines.length; at += linesOfOne)
    await officer.call(offersApi.import, { ...importing, lines: lines.slice(at, at + linesOfOne) })
}

/** On engines of its own, with so many processes of each service. */
const measure = async (instances: number): Promise<Figures> => {
  const corpus = readCorpus()
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-bench-instances-'))
  const environment = { REQUESTS_PER_MINUTE: '10000000', LOG_LEVEL: 'error' }
  const cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, instances, environment })
  try {
    const officer = await signInOfficer(cluster.url)
    await officer.call(needsApi.import, { ...importing, lines: corpus.needs(needs) })
    await settle(officer)
    const lines = corpus.offers(offers)
    let importMs = 0
    const settledMs = await time(async () => {
      importMs = await time(() => importAll(officer, lines))
      await settle(officer)
    })
    const words = lines.flatMap(({ content }) => content.texts.en.description.match(/\p{L}{4,}/gu) ?? [])
    const found: number[] = []
    for (let each = 0; each < searches; each++) {
      const q = [0, 1, 2].map((step) => words[(each * 7919 + step * 104_729) % words.length]).join(' ')
      found.push(await time(() => officer.call(searchApi.search, { query: { q, limit: 20 } })))
    }
    const published: number[] = []
    for (const line of corpus.offers(publications)) {
      await officer.call(offersApi.import, { ...importing, lines: [line] })
      published.push(await time(() => settle(officer)))
    }
    const counted = await countEvents(cluster.engines.kafka.brokers)
    return { importMs, settledMs, searches: found, publications: published, ...counted }
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** An import, searches and publications on the cluster with one process of each service, and with two. */
export const instances = async () => {
  const missing = missingTools()
  if (missing.length > 0) return void console.log(`instances: skipped, ${missing.join(', ')}`)
  if (!isThere('sbir')) return
  const settled: number[] = []
  for (const count of [1, 2]) {
    const figures = await measure(count)
    settled.push(figures.settledMs)
    console.log(`Cluster, ${count} of each service, ${offers} offers on ${needs} needs:`)
    console.log(`  imported in ${seconds(figures.importMs)}, matched and searchable in ${seconds(figures.settledMs)}`)
    console.log(
      `  ${figures.events} events in the log, ${figures.repeated} of them repeated (${((100 * figures.repeated) / figures.events).toFixed(2)} %)`,
    )
    console.log(
      `  search through the gateway: p50 ${median(figures.searches).toFixed(1)} ms, p99 ${quantile(figures.searches, 0.99).toFixed(1)} ms`,
    )
    console.log(`  publication until no group lags: p50 ${median(figures.publications).toFixed(0)} ms`)
  }
  const [one, two] = settled
  if (one && two) console.log(`  two instances take ${ratio(two / one)} of the time of one until all is matched`)
}
