import { createClient } from '@techbridge/client'
import { identityApi } from '@techbridge/contracts'
import { sampleOffers } from '@techbridge/local/sample'
import { median, ratio, time, withServer } from './measure.ts'

const rounds = 5
const requests = 600
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

/** POST /v1/offers (sign-in, validation, reference, history, outbox, event) against the same insert in bare Express. */
export const postOffer = () =>
  withServer('bare', (bare) =>
    withServer('techbridge', async (techbridge) => {
      const { body } = await createClient(techbridge).call(identityApi.issueToken, {
        body: { role: 'provider', organisation },
      })
      const authorization = `Bearer ${body.access_token}`
      console.log(
        `POST an offer, ${requests} requests a round, ${rounds} rounds in turn: time of Techbridge / time of bare Express and SQLite`,
      )
      for (const concurrency of [1, 16]) {
        await postAll(bare, authorization, concurrency)
        await postAll(techbridge, authorization, concurrency)
        const ratios: number[] = []
        for (let round = 0; round < rounds; round++) {
          const reference = await time(() => postAll(bare, authorization, concurrency))
          ratios.push((await time(() => postAll(techbridge, authorization, concurrency))) / reference)
        }
        const spread = `${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))}`
        console.log(`  ${concurrency} at a time: median ${ratio(median(ratios))} (${spread})`)
      }
    }),
  )
