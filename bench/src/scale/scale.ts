import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient } from '@techbridge/client'
import { matchesApi, operationsApi, type ProfileKind } from '@techbridge/contracts'
import { median, quantile, ratio, withServer } from '../measure.ts'
import { importing, settle, signInOfficer } from '../publish-to-match.ts'
import { isThere } from '../quality/labelled-data.ts'
import { readCorpus } from './corpus.ts'
import { bytesOf, printDisk } from './disk.ts'
import { apis, load, queriesOf, searchSome } from './work.ts'

const needs = 1000
/** Offers at which latencies are measured; 100,000 take hours: `SCALE_SIZES=1000,20000,40000,80000,100000`. */
const sizes = (process.env.SCALE_SIZES ?? '1000,5000,20000').split(',').map(Number)
const publications = Number(process.env.SCALE_PUBLICATIONS ?? 30)
/** Between two looks at what came of a publication, so that looking does not take the time that it measures. */
const pauseMs = 2

type Lines = readonly unknown[]

/** Milliseconds from the acknowledged publication until the first match can be read, or none is to come; and how many came. */
const publish = async (officer: Client, kind: ProfileKind, line: unknown) => {
  const { body } = await officer.call(apis[kind].import, { ...importing, lines: [line] })
  const acknowledged = performance.now()
  const query = { [kind]: String(body.rows[0]?.id), limit: 20 }
  for (;;) {
    if ((await officer.call(matchesApi.list, { query })).body.items.length > 0) break
    if ((await officer.call(operationsApi.lag)).body.groups.matching === 0) break
    await pause(pauseMs)
  }
  const ms = performance.now() - acknowledged
  await settle(officer)
  const { body: found } = await officer.call(matchesApi.list, { query })
  return { ms, proposals: found.items.length }
}

const publishSome = async (officer: Client, kind: ProfileKind, lines: Lines) => {
  const all: Awaited<ReturnType<typeof publish>>[] = []
  for (const line of lines) all.push(await publish(officer, kind, line))
  const times = all.map(({ ms }) => ms)
  return {
    p50: median(times),
    p95: quantile(times, 0.95),
    proposals: all.reduce((sum, { proposals }) => sum + proposals, 0) / all.length,
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

/** What a publication, a search, an import and a document cost, by the number of published offers. */
export const scale = async () => {
  if (!isThere('sbir')) return
  const corpus = readCorpus()
  await withServer('techbridge', async (url, folder) => {
    const officer = await signInOfficer(url)
    await load(officer, 'need', corpus.needs(needs))
    await settle(officer)
    console.log(`One process on embedded engines, ${needs} needs; texts recombined of SBIR sentences`)
    let there = 0
    let first: number | undefined
    for (const size of sizes) {
      const lines = corpus.offers(size - there)
      const began = performance.now()
      await load(officer, 'offer', lines)
      const imported = performance.now() - began
      await settle(officer)
      const settled = performance.now() - began
      const rate = (took: number) => `${((1000 * lines.length) / took).toFixed(0)} a second`
      console.log(
        `${lines.length} offers imported on ${there}: ${rate(imported)}, until matched and searchable ${rate(settled)}`,
      )
      there = size
      const ofNeeds = await publishSome(officer, 'need', corpus.needs(publications))
      const ofOffers = await publishSome(officer, 'offer', corpus.offers(publications))
      first ??= ofNeeds.p50
      for (const [kind, { p50, p95, proposals }] of Object.entries({ need: ofNeeds, offer: ofOffers }))
        console.log(
          `  ${size} offers: publication of ${kind === 'need' ? 'a need' : 'an offer'} until matched p50 ${ms(p50)}, p95 ${ms(p95)}; ${proposals.toFixed(1)} proposals`,
        )
      console.log(`  ${ratio(ofNeeds.p50 / first)} of the time of a need at ${sizes[0]} offers`)
      const queries = queriesOf(corpus.offers(200).map(({ content }) => content.texts.en.description))
      for (const [who, client] of Object.entries({ 'an officer': officer, anyone: createClient(url) })) {
        const { p50, p99, found } = await searchSome(client, queries)
        console.log(`  search by ${who}: p50 ${ms(p50)}, p99 ${ms(p99)}; ${found.toFixed(0)} found`)
      }
      printDisk(bytesOf(folder), there + needs)
    }
  })
}
