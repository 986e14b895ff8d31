import { openKafkaBus } from '@techbridge/bus/kafka'
import { type Topic, topics } from '@techbridge/contracts'
import { missingTools } from '@techbridge/engines'
import { median, ratio, time } from './measure.ts'
import { settle, signInOfficer } from './publish-to-match.ts'
import { isThere } from './quality/labelled-data.ts'
import { readCorpus } from './scale/corpus.ts'
import { load, queriesOf, searchSome } from './scale/work.ts'
import { withCluster } from './with-cluster.ts'

const needs = 200
const offers = Number(process.env.CLUSTER_OFFERS ?? 2000)
const publications = 20

interface Figures {
  importMs: number
  settledMs: number
  search: Awaited<ReturnType<typeof searchSome>>
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

/** On engines of its own, with so many processes of each service. */
const measure = (instances: number): Promise<Figures> =>
  withCluster(instances, async (cluster) => {
    const corpus = readCorpus()
    const officer = await signInOfficer(cluster.url)
    await load(officer, 'need', corpus.needs(needs))
    await settle(officer)
    const lines = corpus.offers(offers)
    let importMs = 0
    const settledMs = await time(async () => {
      importMs = await time(() => load(officer, 'offer', lines))
      await settle(officer)
    })
    const queries = queriesOf(lines.map(({ content }) => content.texts.en.description))
    const search = await searchSome(officer, queries)
    const published: number[] = []
    for (const line of corpus.offers(publications)) {
      await load(officer, 'offer', [line])
      published.push(await time(() => settle(officer)))
    }
    const counted = await countEvents(cluster.engines.kafka.brokers)
    return { importMs, settledMs, search, publications: published, ...counted }
  })

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
      `  search through the gateway: p50 ${figures.search.p50.toFixed(1)} ms, p99 ${figures.search.p99.toFixed(1)} ms`,
    )
    console.log(`  publication until no group lags: p50 ${median(figures.publications).toFixed(0)} ms`)
  }
  const [one, two] = settled
  if (one && two) console.log(`  two instances take ${ratio(two / one)} of the time of one until all is matched`)
}
