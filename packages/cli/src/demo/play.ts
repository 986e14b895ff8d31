import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from '@techbridge/client'
import { casesApi, searchApi } from '@techbridge/contracts'
import { Failure } from '../failure.ts'
import { hitList } from '../show/hit-list.ts'
import { query } from './content.ts'
import { license } from './licensing.ts'
import { agreeMatch } from './match.ts'
import { publishProfiles } from './profiles.ts'
import type { Print } from './show.ts'
import { setStage } from './stage.ts'
import { withdrawEarlier } from './withdraw-earlier.ts'

/**
 * Plays the story on a running Techbridge as three people with development tokens. Each step waits for its event on the officer's
 * stream. Throws `Failure` when a step does not happen.
 */
export const playDemo = async (url: string, print: Print): Promise<void> => {
  const stage = await setStage(url, print)
  const { provider, seeker, officer, story, feed } = stage
  try {
    await withdrawEarlier(provider, seeker, story)
    const pair = await publishProfiles(stage)
    const match = await agreeMatch(stage, pair)
    const licensingCase = await license(stage, match)

    story.step(`A visitor searches in Thai for “${query.q}” and finds the Chinese offer`)
    print(hitList(await found(url, pair.offer)))

    story.step('The history of the case')
    const { body } = await officer.call(casesApi.history, { params: { id: licensingCase } })
    story.history(body.items)
    story.done(`The story came true. Look around: npx techbridge matches --url ${url}, or ${url}/docs`)
  } finally {
    feed.close()
  }
}

const attempts = 50

/** Search reads the log independently, so it is queried until it has the offer. */
const found = async (url: string, offer: string) => {
  const visitor = createClient(url)
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { body } = await visitor.call(searchApi.search, { query: { ...query, kind: 'offer' } })
    const hit = body.items.find(({ id }) => id === offer)
    if (hit) return { ...body, items: [hit] }
    await pause(100)
  }
  throw new Failure(`Search does not find the offer ${offer}.`)
}
