import type { Client } from '@techbridge/client'
import { needsApi, offersApi } from '@techbridge/contracts'
import type { Storyteller } from './show.ts'

/**
 * Withdraws what an earlier run left published: it would match as well as what this run publishes, and a publication proposes only its
 * best matches.
 */
export const withdrawEarlier = async (provider: Client, seeker: Client, story: Storyteller): Promise<void> => {
  const withdraw = async (client: Client, api: typeof offersApi | typeof needsApi) => {
    for (;;) {
      const { body } = await client.call(api.list, { query: { mine: 'true', status: 'published', limit: 100 } })
      if (body.items.length === 0) return
      for (const { id, version, reference } of body.items) {
        story.say(`An earlier run left ${reference}; it is withdrawn.`)
        await client.call(api.withdraw, {
          params: { id },
          ifMatch: `"${version}"`,
          body: { reason: 'The demo is played anew.' },
        })
      }
    }
  }
  await withdraw(provider, offersApi)
  await withdraw(seeker, needsApi)
}
