import { type MatchedNeed, type MatchedOffer, matchEvents } from '@techbridge/contracts'
import { type Options, startService } from '@techbridge/testkit'
import type { ClearanceRules } from '../src/domain/clearance.ts'
import { createLicensing } from '../src/service.ts'
import { need, offer } from './case-life.ts'

export type Answer = { body: any; headers: Record<string, string> }

/** Licensing with people of both sides, and cases that they act on. */
export const openLicensing = async ({ rules, ...options }: Options & { rules?: ClearanceRules } = {}) => {
  const running = await startService(
    { licensing: (dependencies) => createLicensing({ ...dependencies, ...(rules && { clearanceRules: rules }) }) },
    options,
  )
  const people = {
    officer: await running.as('officer'),
    provider: await running.as('provider'),
    seeker: await running.as('seeker'),
  }
  type Who = keyof typeof people
  let count = 0

  const open = async (sides: { need?: MatchedNeed; offer?: MatchedOffer } = {}) => {
    const id = `match_${String(++count).padStart(24, '0')}`
    await running.publish(matchEvents.agreed, { id, need, offer, ...sides }, 5)
    await running.settle()
    return id.replace('match', 'case')
  }

  /** The answer to an action on the case as it is now. */
  const act = (id: string, who: Who, action: string, given?: object) =>
    people[who].post(`/v1/cases/${id}/${action}`).set('If-Match', '*').send(given)

  const read = async (id: string, who: Who = 'officer') => (await people[who].get(`/v1/cases/${id}`).expect(200)).body

  /** Takes steps that all must succeed: `officer draft-nda`, with what the request gives. */
  const play = async (id: string, ...steps: [step: string, given?: object][]) => {
    for (const [step, given] of steps) {
      const [who, action] = step.split(' ') as [Who, string]
      await act(id, who, action, given).expect(200)
    }
    return read(id)
  }

  return { running, people, open, act, read, play }
}

const reason = 'Looked at.'
type Steps = [step: string, given?: object][]
export const nda: Steps = [['officer draft-nda'], ['seeker sign-nda'], ['provider sign-nda']]
export const toNegotiation: Steps = [
  ...nda,
  ['officer start-clearance'],
  ['officer clear', { act: 'negotiation', reason }],
  ['officer start-negotiation'],
]
export const toApproval: Steps = [...toNegotiation, ['seeker request-review'], ['officer pass-review']]
export const toSignature: Steps = [
  ...toApproval,
  ['provider affirm-encumbrances'],
  ['officer approve'],
  ['provider approve'],
  ['seeker approve'],
]
export const toActive: Steps = [
  ...toSignature,
  ['officer clear', { act: 'signature', reason }],
  ['provider sign'],
  ['seeker sign'],
  ['officer activate'],
]
