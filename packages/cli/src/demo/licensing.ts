import { caseEvents, casesApi } from '@techbridge/contracts'
import { type Acted, act, type Stage } from './stage.ts'

/** The licensing case of the match opens and goes from the NDA to an agreement in force. */
export const license = async (stage: Stage, match: string) => {
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

  story.step('The technology crosses a border: the officer clears each act, with a reason')
  await act(officer, casesApi.startClearance, licensingCase)
  await feed.expect(caseEvents.clearanceStarted, isOurs)
  for (const cleared of ['negotiation', 'signature'] as const) {
    const body = { act: cleared, reason: 'No entry of the catalogue; end user and end use were checked.' }
    await act(officer, casesApi.clear, licensingCase, body)
    await feed.expect(caseEvents.actCleared, isOurs)
  }

  story.step('The officer opens the negotiation')
  await act(officer, casesApi.startNegotiation, licensingCase)
  await feed.expect(caseEvents.negotiationStarted, isOurs)

  story.step('The provider declares what burdens the offer, and it is settled')
  const burden = { kind: 'funder', holder: '广西科技计划', note: 'The funder keeps a right of use in China.' } as const
  await act(provider, casesApi.declareEncumbrance, licensingCase, burden)
  await feed.expect(caseEvents.encumbranceDeclared, isOurs)
  await act(provider, casesApi.affirmEncumbrances, licensingCase)
  await feed.expect(caseEvents.encumbrancesAffirmed, isOurs)
  const settlement = { number: 1, reason: 'The right is for China; the licence is for Thailand.' }
  await act(officer, casesApi.settleEncumbrance, licensingCase, settlement)
  await feed.expect(caseEvents.encumbranceSettled, isOurs)

  story.step('The terms pass the legal review; both sides and the office approve')
  await act(seeker, casesApi.requestReview, licensingCase)
  await feed.expect(caseEvents.reviewRequested, isOurs)
  await act(officer, casesApi.passReview, licensingCase)
  await feed.expect(caseEvents.reviewPassed, isOurs)
  for (const person of [officer, provider, seeker]) {
    await act(person, casesApi.approve, licensingCase)
    await feed.expect(caseEvents.approved, isOurs)
  }

  story.step('Both sign, and the agreement comes into force')
  for (const person of [provider, seeker]) {
    await act(person, casesApi.sign, licensingCase)
    await feed.expect(caseEvents.agreementSigned, isOurs)
  }
  const { status, actions } = await act(officer, casesApi.activate, licensingCase)
  await feed.expect(caseEvents.activated, isOurs)
  story.say(`The case stands in ${status}; the officer may now: ${actions.join(', ')}`)
  return licensingCase.id
}
