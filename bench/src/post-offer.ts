import { developmentToken } from '@techbridge/client'
import { sampleOffers } from '@techbridge/local/sample'
import { breakdown } from './breakdown.ts'
import { median, ratio, time, withServer } from './measure.ts'

const rounds = 3
const requests = 200
const organisation = { id: 'bench-lab', name: 'Bench Lab', country: 'CN', kind: 'university' } as const
const bodies = sampleOffers.map(({ content }) => JSON.stringify(content))

const postAll = async (url: string, authorization: string, concurrency: number) => {
  let next = 0
  const lane = async () => {
    while (next < requests) {
      const body = bodies[next++ % bodies.length] as string
      const headers = { 'Content-Type': 'application/json', Authorization: authorization }
      const response = await fetch(`${url}/v1/offers`, { method: 'POST', headers, body })
      if (response.status !== 201) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
}

const authorized = async (techbridge: string) =>
  `Bearer ${await developmentToken(techbridge, 'provider', organisation)}`

/** Rounds of both in turn: time of Techbridge / time of the other. */
const compare = async (
  name: string,
  [techbridge, authorization]: readonly [string, string],
  [reference, referenceAuthorization]: readonly [string, string],
) => {
  for (const concurrency of [1, 16]) {
    await postAll(reference, referenceAuthorization, concurrency)
    await postAll(techbridge, authorization, concurrency)
    const ratios: number[] = []
    for (let round = 0; round < rounds; round++) {
      const referenceTime = await time(() => postAll(reference, referenceAuthorization, concurrency))
      ratios.push((await time(() => postAll(techbridge, authorization, concurrency))) / referenceTime)
    }
    const spread = `${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))}`
    console.log(`  ${name}, ${concurrency} at a time: median ${ratio(median(ratios))} (${spread})`)
  }
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`

/**
 * POST /v1/offers (sign-in, validation, reference, state, event, publication, and what the other services do with it) against the same
 * insert in bare Express, and in Express with the same checks of token and contract. Then where the time goes.
 */
export const postOffer = async () => {
  console.log(
    `POST an offer, ${requests} requests a round, ${rounds} rounds in turn: time of Techbridge / time of Express and SQLite`,
  )
  await withServer('techbridge', async (techbridge) => {
    const own = [techbridge, await authorized(techbridge)] as const
    await withServer('bare', (bare) => compare('bare', own, [bare, own[1]]))
    await withServer('checked', async (checked) => {
      const token = await (await fetch(`${checked}/token`)).text()
      await compare('with the same checks', own, [checked, `Bearer ${token}`])
    })
  })
  await withServer(
    'techbridge',
    async (techbridge) => {
      const authorization = await authorized(techbridge)
      for (let round = 0; round < rounds; round++) await postAll(techbridge, authorization, 16)
    },
    (folder) => {
      const parts = breakdown(folder).filter(([, share]) => share >= 0.01)
      console.log(
        `  where the time goes, 16 at a time: ${parts.map(([part, share]) => `${part} ${percent(share)}`).join(', ')}`,
      )
    },
  )
}
