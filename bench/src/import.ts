import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient, signIn } from '@techbridge/client'
import { needsApi, offersApi, operationsApi, searchApi } from '@techbridge/contracts'
import { sampleNeeds, sampleOffers } from '@techbridge/local/sample'
import { quantile, ratio, withServer } from './measure.ts'
import { seeded } from './seeded.ts'
import type { Probed } from './servers/probe.ts'

const offers = 4000
const needs = 200
const linesOfOne = 500
const organisation = { id: 'bench-lab', name: 'Bench Lab', country: 'CN', kind: 'university' } as const
const goals = { freshnessMs: 5000, healthMs: 100 }

type Sample = (typeof sampleOffers)[number] | (typeof sampleNeeds)[number]

/** Contents that are made of the samples' own sentences, in the languages of each. */
const recombined = (samples: readonly Sample[], count: number) => {
  const random = seeded(8)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const sentences = new Map<string, string[]>()
  for (const { content } of samples)
    for (const [language, text] of Object.entries(content.texts)) {
      const own = sentences.get(language) ?? []
      own.push(...text.description.split(/(?<=[.。!?])\s*/).filter((sentence) => sentence.length > 20))
      sentences.set(language, own)
    }
  return Array.from({ length: count }, (_, place) => {
    const { content } = samples[place % samples.length] as Sample
    const texts = Object.entries(content.texts).map(([language, text]) => {
      const own = sentences.get(language)?.length ? (sentences.get(language) as string[]) : [text.description]
      const description = Array.from({ length: 8 }, () => pick(own))
        .join(' ')
        .slice(0, 3900)
      return [language, { ...text, description }]
    })
    const named = { ...content, anonymous: false, texts: Object.fromEntries(texts) }
    return { key: `bench-${place}`, organisation, content: named }
  })
}

const importing = { query: { publish: 'true', request: 'A bench with invented offers' } } as const

const left = async (officer: Client, group: 'search' | 'matching') =>
  (await officer.call(operationsApi.lag)).body.groups[group]

/** Waits for each number of listings to be found; gives the milliseconds after the acknowledgements of the import. */
const watchSearch = async (anyone: Client, acknowledged: readonly number[]) => {
  const freshness: number[] = []
  while (freshness.length < offers) {
    const { body } = await anyone.call(searchApi.search, { query: { kind: 'offer', limit: 1 } })
    const now = performance.now()
    while (freshness.length < Math.min(body.total, acknowledged.length))
      freshness.push(Math.max(0, now - (acknowledged[freshness.length] as number)))
    await pause(100)
  }
  return freshness
}

/** Search freshness, and health as another process sees it, while offers are imported and published in bulk. */
export const bulkImport = () =>
  withServer('techbridge', async (url) => {
    const officer = await signIn(url, 'officer', organisation)
    const wanted = recombined(sampleNeeds, needs)
    await officer.call(needsApi.import, { ...importing, lines: wanted } as never)
    while ((await left(officer, 'matching')) > 0) await pause(200)

    const probe = fork(new URL('./servers/probe.ts', import.meta.url).pathname, [url])
    try {
      await once(probe, 'message')
      const lines = recombined(sampleOffers, offers)
      const acknowledged: number[] = []
      const began = performance.now()
      const watching = watchSearch(createClient(url), acknowledged)
      for (let at = 0; at < offers; at += linesOfOne) {
        const { body } = await officer.call(offersApi.import, {
          ...importing,
          lines: lines.slice(at, at + linesOfOne),
        } as never)
        const refused = body.rows.find(({ outcome }) => outcome !== 'created')
        if (refused) throw new Error(`a row was not taken: ${JSON.stringify(refused)}`)
        acknowledged.push(...body.rows.map(() => performance.now()))
      }
      const imported = performance.now() - began
      const freshness = await watching
      const behind = await left(officer, 'matching')
      probe.send('stop')
      const [{ health, loopMs }] = (await once(probe, 'message')) as [Probed]

      const told = (values: readonly number[]) =>
        [0.5, 0.95, 0.99, 1].map((share) => `p${share * 100} ${quantile(values, share).toFixed(0)} ms`).join(', ')
      const [fresh, healthy] = [quantile(freshness, 0.95), quantile(health, 0.99)]
      console.log(
        `Import of ${offers} offers, ${linesOfOne} a request, in ${(imported / 1000).toFixed(0)} s; ${needs} needs:`,
      )
      console.log(
        `  found by search after: ${told(freshness)} (goal: p95 ${goals.freshnessMs} ms, ${met(fresh, goals.freshnessMs)})`,
      )
      console.log(
        `  health, ${health.length} requests: ${told(health)} (goal: p99 ${goals.healthMs} ms, ${met(healthy, goals.healthMs)})`,
      )
      console.log(
        `  p99 of health is ${ratio(healthy / loopMs)} of a loop of fifty million additions (${loopMs.toFixed(0)} ms)`,
      )
      console.log(`  not yet matched when search had all: ${behind}`)
    } finally {
      probe.kill()
    }
  })

const met = (value: number, goal: number) => (value <= goal ? 'met' : 'missed')
