import { matchEvents, matchesApi } from '@techbridge/contracts'
import { Failure } from '../failure.ts'
import { growers, institute } from './content.ts'
import { type Acted, act, type Stage } from './stage.ts'

interface Pair {
  offer: string
  need: string
}

/** The match of the two appears and explains itself; the officer approves it and both parties accept. */
export const agreeMatch = async (stage: Stage, pair: Pair) => {
  const { provider, seeker, officer, feed, story } = stage

  story.step('The match of the two appears, and says why')
  const proposed = await feed
    .expect(matchEvents.proposed, ({ data }) => data.offer.id === pair.offer && data.need.id === pair.need)
    .catch((error) => explainAbsence(stage, pair, error))
  const match: Acted = { id: proposed.subject, etag: undefined }
  const isOurs = ({ subject }: { subject: string }) => subject === match.id
  const seen = await officer.call(matchesApi.get, { params: { id: match.id } })
  match.etag = seen.etag
  story.explanation(seen.body.score ?? 0, seen.body.features)

  story.step('The officer approves it; only now both parties hear of it')
  await act(officer, matchesApi.approve, match)
  await feed.expect(matchEvents.approved, isOurs)

  story.step(`${institute.name} accepts`)
  await act(provider, matchesApi.accept, match)
  await feed.expect(matchEvents.accepted, isOurs)

  story.step(`${growers.name} accepts, so the match is agreed`)
  await act(seeker, matchesApi.accept, match)
  await feed.expect(matchEvents.agreed, isOurs)
  return match.id
}

/** There was no match: reports how the two are scored, if they are. */
const explainAbsence = async ({ officer }: Stage, pair: Pair, error: unknown): Promise<never> => {
  if (!(error instanceof Failure)) throw error
  const { body } = await officer.call(matchesApi.assess, { query: pair })
  const { score, threshold, excluded, features } = body
  const reasons =
    excluded ??
    features
      .filter(({ contribution }) => contribution === 0)
      .map(({ why }) => why)
      .join(' ')
  throw new Failure(
    `${error.message} The two score ${score} and ${threshold} is needed. ${reasons}\nWith few offers no word counts as telling: play the demo on a Techbridge that has its sample data (without --empty).`,
  )
}
