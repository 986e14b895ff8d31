import { setTimeout as pause } from 'node:timers/promises'
import { type Client, signIn } from '@techbridge/client'
import { matchesApi, needsApi, type Organisation, offersApi, operationsApi } from '@techbridge/contracts'
import { missingTools } from '@techbridge/engines'
import { median, ratio, withServer } from './measure.ts'
import { isThere, readLines } from './quality/labelled-data.ts'
import { withCluster } from './with-cluster.ts'

const sizes = [1000, 2000, 4000]
const publications = 40
const batch = 100
const org = (id: string): Organisation => ({ id, name: id, country: 'US', kind: 'agency' })

const linesOf = (file: string) =>
  readLines(`sbir/${file}`).map((line) => JSON.parse(line) as { id: string; abstract?: string; description?: string })

const profile = (text: string) => ({
  originalLanguage: 'en',
  texts: { en: { title: text.slice(0, 120), summary: text.slice(0, 480), description: text.slice(0, 3900) } },
  sector: 'M',
  dealTypes: ['nonExclusiveLicence'],
  territories: ['WORLD'],
})

export const signInOfficer = (url: string) => signIn(url, 'officer', org('office'))

export const settle = async (officer: Client) => {
  while (
    Object.values((await officer.call(operationsApi.lag)).body)
      .flatMap(Object.values)
      .some((left) => left > 0)
  )
    await pause(20)
}

/** Award abstracts stand in for needs and topics for offers: real technical English of real length. */
const readProfiles = () => ({
  needs: linesOf('offers.jsonl').map(({ id, abstract }) => ({
    key: id,
    organisation: org('enterprise'),
    content: { type: 'TR', ...profile(abstract as string) },
  })),
  offers: linesOf('needs.jsonl').map(({ id, description }) => ({
    key: id,
    organisation: org('laboratory'),
    content: { type: 'TO', trl: 5, stage: 'labTested', ip: { status: 'none' }, ...profile(description as string) },
  })),
})

type Lines = readonly unknown[]
export const importing = { query: { publish: 'true', request: 'Test data' } } as const

const load = async (officer: Client, needs: Lines) => {
  for (let loaded = 0; loaded < needs.length; loaded += batch)
    await officer.call(needsApi.import, { ...importing, lines: needs.slice(loaded, loaded + batch) })
  await settle(officer)
}

/** Milliseconds from the acknowledged publication until the first match can be read, or none is to come. */
const publish = async (officer: Client, offer: unknown): Promise<number> => {
  const { body } = await officer.call(offersApi.import, { ...importing, lines: [offer] })
  const acknowledged = performance.now()
  const query = { offer: body.rows[0]?.id as string, limit: 1 }
  for (;;) {
    const { body: found } = await officer.call(matchesApi.list, { query })
    if (found.items.length > 0) break
    const { body: lag } = await officer.call(operationsApi.lag)
    if (lag.groups.matching === 0) break
  }
  return performance.now() - acknowledged
}

export const publishToMatch = async () => {
  if (!isThere('sbir')) return
  const { needs, offers } = readProfiles()
  await withServer('techbridge', async (url) => {
    const officer = await signInOfficer(url)
    const latencies: number[] = []
    let loaded = 0
    let offered = 0
    for (const size of sizes) {
      await load(officer, needs.slice(loaded, size))
      loaded = size
      const times: number[] = []
      for (let round = 0; round < publications; round++) times.push(await publish(officer, offers[offered++]))
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

/** The same on the cluster and in one process on embedded engines, in turn. */
export const publishToMatchOnCluster = async () => {
  if (!isThere('sbir')) return
  const missing = missingTools()
  if (missing.length > 0) return void console.log(`publish to match on the cluster: skipped, ${missing.join(', ')}`)
  const { needs, offers } = readProfiles()
  await withCluster(1, async (cluster) => {
    await withServer('techbridge', async (embedded) => {
      const officers = [await signInOfficer(embedded), await signInOfficer(cluster.url)]
      const times: number[][] = [[], []]
      for (const officer of officers) await load(officer, needs.slice(0, sizes[0]))
      for (let round = 0; round < publications; round++) {
        for (const [side, officer] of officers.entries()) times[side]!.push(await publish(officer, offers[round]))
      }
      const [alone, distributed] = times.map(median) as [number, number]
      const inRun = `${distributed.toFixed(1)} and ${alone.toFixed(1)} ms in this run`
      console.log(`Publish an offer until its first match can be read, ${sizes[0]} needs, median of ${publications}:`)
      console.log(`  on the cluster ${ratio(distributed / alone)} of the time in one process (${inRun})`)
    })
  })
}
