import { caseEvents, casesApi } from '@techbridge/contracts'
import { type Acted, act, type Stage } from './stage.ts'

/** The licensing case of the match opens; NDA and both signatures lead to the negotiation. */
export const negotiate = async (stage: Stage, match: string) => {
  const { provider, seeker, officer, feed, story } = stage

  story.step('The agreement opens a licensing case')
  const opened = await feed.expect(caseEvents.opened, ({ data }) => data.match === match)
  const isOurs = ({ subject }: { subject: string }) => subject === opened.subject
  const { etag } = await officer.call(casesApi.get, { params: { id: opened.subject } })
  const licensingCase: Acted = { id: opened.subject, etag }

  story.step('The officer drafts the NDA')
  await act(officer, casesApi.draftNda, licensingCase)
  await feed.expect(caseEvents.ndaDrafted, isOurs)

  story.step('Both parties sign it')
  await act(provider, casesApi.signNda, licensingCase)
  await feed.expect(caseEvents.ndaSigned, isOurs)
  await act(seeker, casesApi.signNda, licensingCase)
  await feed.expect(caseEvents.ndaSigned, isOurs)

  story.step('The officer opens the negotiation')
  const { status, actions } = await act(officer, casesApi.startNegotiation, licensingCase)
  await feed.expect(caseEvents.negotiationStarted, isOurs)
  story.say(`The case stands in ${status}; the officer may now: ${actions.join(', ')}`)
  return licensingCase.id
}
