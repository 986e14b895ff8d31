import { signIn } from '@techbridge/client'
import { offersApi } from '@techbridge/contracts'
import { sampleOffers } from '@techbridge/local/sample'
import { median, ratio, time, withServer } from './measure.ts'

const counts = [10, 100, 1000]
/** Edits that are timed at each count. */
const timed = 20
const organisation = { id: 'bench-lab', name: 'Bench Lab', country: 'CN', kind: 'university' } as const

/** An edit of an offer that was edited so many times before, against the first edits of a fresh one. */
export const edits = () =>
  withServer('techbridge', async (techbridge) => {
    const client = await signIn(techbridge, 'provider', organisation)
    const [{ content }] = sampleOffers as [(typeof sampleOffers)[number]]
    const draft = async () => {
      const created = await client.call(offersApi.create, { body: content })
      let etag = created.etag as string
      const { id } = created.body
      let count = 0
      return async () => {
        count += 1
        const edited = { ...content, keywords: { technology: [`edited ${count} times`] } }
        const answer = await client.call(offersApi.edit, { params: { id }, body: edited, ifMatch: etag })
        etag = answer.etag as string
      }
    }
    const some = async (edit: () => Promise<void>) => {
      const times: number[] = []
      for (let n = 0; n < timed; n++) times.push(await time(edit))
      return median(times)
    }
    console.log(
      `An edit of an offer after so many edits, against an edit of a fresh one in the same minute, medians of ${timed}`,
    )
    const old = await draft()
    let done = 0
    await some(await draft())
    for (const count of counts) {
      for (; done < count; done++) await old()
      const after = await some(old)
      done += timed
      console.log(`  ${count} edits: ${ratio(after / (await some(await draft())))}`)
    }
  })
