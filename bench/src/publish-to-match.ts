import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient } from '@techbridge/client'
import {
  identityApi,
  matchesApi,
  needsApi,
  type Organisation,
  offersApi,
  operationsApi,
  type Role,
} from '@techbridge/contracts'
import { median, ratio, withServer } from './measure.ts'

const sizes = [1000, 2000, 4000]
const publications = 40
const batch = 100
const data = new URL('../../../shared/data/sbir/', import.meta.url)
const org = (id: string): Organisation => ({ id, name: id, country: 'US', kind: 'agency' })

const linesOf = (file: string) =>
  readFileSync(new URL(file, data), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; abstract?: string; description?: string })

const profile = (text: string) => ({
  originalLanguage: 'en',
  texts: { en: { title: text.slice(0, 120), summary: text.slice(0, 480), description: text.slice(0, 3900) } },
  sector: 'M',
  dealTypes: ['nonExclusiveLicence'],
  territories: ['WORLD'],
})

const signIn = async (url: string, role: Role): Promise<Client> => {
  const { body } = await createClient(url).call(identityApi.issueToken, { body: { role, organisation: org('office') } })
  return createClient(url, body.access_token)
}

const settle = async (officer: Client) => {
  while (Object.values((await officer.call(operationsApi.lag)).body.groups).some((lag) => lag > 0)) await pause(20)
}

/** Award abstracts stand in for needs and topics for offers: real technical English of real length. */
export const publishToMatch = async () => {
  if (!existsSync(data)) return void console.log('publish to match: skipped, ../shared/data/sbir is not there')
  const needs = linesOf('offers.jsonl').map(({ id, abstract }) => ({
    key: id,
    organisation: org('enterprise'),
    content: { type: 'TR', ...profile(abstract as string) },
  }))
  const offers = linesOf('needs.jsonl').map(({ id, description }) => ({
    key: id,
    organisation: org('laboratory'),
    content: { type: 'TO', trl: 5, stage: 'labTested', ip: { status: 'none' }, ...profile(description as string) },
  }))
  await withServer('techbridge', async (url) => {
    const officer = await signIn(url, 'officer')
    const latencies: number[] = []
    let loaded = 0
    let offered = 0
    for (const size of sizes) {
      for (; loaded < size; loaded += batch) {
        await officer.call(needsApi.import, { query: { publish: 'true' }, lines: needs.slice(loaded, loaded + batch) })
      }
      await settle(officer)
      const times: number[] = []
      for (let round = 0; round < publications; round++) {
        const { body } = await officer.call(offersApi.import, {
          query: { publish: 'true' },
          lines: [offers[offered++]],
        })
        const acknowledged = performance.now()
        const offer = body.rows[0]?.id as string
        for (;;) {
          const { body: found } = await officer.call(matchesApi.list, { query: { offer, limit: 1 } })
          if (found.items.length > 0) break
          const { body: lag } = await officer.call(operationsApi.lag)
          if (lag.groups.matching === 0) break
        }
        times.push(performance.now() - acknowledged)
      }
      latencies.push(median(times))
    }
    console.log(
      `Publish an offer until its first match can be read, median of ${publications}, by number of published needs:`,
    )
    sizes.forEach((size, place) => {
      const value = latencies[place] as number
      console.log(
        `  ${size} needs: ${ratio(value / (latencies[0] as number))} of the time with ${sizes[0]} (${value.toFixed(1)} ms in this run)`,
      )
    })
  })
}
