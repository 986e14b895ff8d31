import { type OfferContent, offerEvents } from '@techbridge/contracts'
import { addDays, system } from '@techbridge/domain'
import { actors, given, type Happened, history, offerContent, organisations } from '@techbridge/testkit'
import type { Profile } from '../src/domain/profile.ts'
import { followingOwner, type ProfileCommand, profileLife } from '../src/domain/profile-life.ts'

export type OfferCommand = ProfileCommand<OfferContent>
export type Offer = Profile<OfferContent>
type Step = OfferCommand extends infer C ? (C extends unknown ? Omit<C, 'at' | 'by'> : never) : never

export const decider = followingOwner<OfferContent>(profileLife<OfferContent>(offerEvents, 'provider'))

export const day = (count: number) => addDays('2026-01-05T09:00:00.000Z', count)
export const id = 'offer_0123456789abcdef01234567'
export const reference = 'TOCN20260105001'
export const first = offerContent()
export const second = offerContent({ trl: 9, stage: 'alreadyOnMarket' })
export const third = offerContent({ trl: 8 })

const calendar = system('offers')

/** Commands as the owner, an officer or the calendar give them, `at` that day. */
export const owner = (step: Step, at = 0): OfferCommand =>
  ({ ...step, at: day(at), by: actors.provider }) as OfferCommand
export const officer = (step: Step, at = 0): OfferCommand =>
  ({ ...step, at: day(at), by: actors.officer }) as OfferCommand
export const deadline = (at: number): OfferCommand => ({ type: 'deadline', at: day(at), by: calendar })

export const draft = owner({ type: 'draft', id, reference, organisation: organisations.university, content: first })
export const imported = (publish: boolean, at = 0) =>
  officer({ type: 'import', id, reference, organisation: organisations.university, content: first, publish }, at)

export const past = (...commands: OfferCommand[]): Happened[] => history(decider, ...commands)
export const givenOffer = (...commands: OfferCommand[]) => given(decider, ...past(...commands))

const published = [draft, owner({ type: 'submit' }), officer({ type: 'publish' })]
const revising = [...published, owner({ type: 'edit', content: second }, 10)]

/** How an offer comes into each status: published on day 0, so that it expires on day 365. */
export const cameInto: Record<Profile['status'], OfferCommand[]> = {
  draft: [draft],
  underReview: [draft, owner({ type: 'submit' })],
  published,
  revising,
  revisionUnderReview: [...revising, owner({ type: 'submit' }, 11)],
  rejected: [draft, owner({ type: 'submit' }), officer({ type: 'reject', reason: 'out of scope' })],
  withdrawn: [draft, owner({ type: 'withdraw', reason: 'not ready' })],
  expired: [...published, deadline(365)],
  archived: [...published, deadline(365), deadline(365 * 3 + 1)],
}
