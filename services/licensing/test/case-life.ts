import type { CaseAction, MatchedNeed, MatchedOffer } from '@techbridge/contracts'
import { type Actor, system } from '@techbridge/domain'
import { organisations } from '@techbridge/testkit'
import type { CaseCommand } from '../src/domain/licensing-case.ts'

export const at = '2026-11-24T08:00:00.000Z'
export const id = 'case_0123456789abcdef01234567'
export const match = 'match_0123456789abcdef01234567'

export const need: MatchedNeed = {
  id: 'need_0123456789abcdef01234567',
  reference: 'TRVN20261120001',
  revision: 1,
  title: 'Drip irrigation for a pomelo orchard',
  organisation: organisations.cooperative,
  anonymous: false,
  dealTypes: ['nonExclusiveLicence'],
  territories: ['VN'],
}
export const offer: MatchedOffer = {
  ...need,
  id: 'offer_0123456789abcdef01234567',
  reference: 'TOCN20261120001',
  title: 'Solar drip irrigation',
  organisation: organisations.university,
  ipStatus: 'granted',
}

export const open = (when: string): CaseCommand => ({
  type: 'open',
  id,
  match,
  need,
  offer,
  at: when,
  by: system('licensing'),
})
export const opened = open(at)

export const by = (who: Actor, type: Exclude<CaseAction, 'terminate'>): CaseCommand => ({ type, at, by: who })
export const terminate = (who: Actor): CaseCommand => ({ type: 'terminate', reason: 'no budget', at, by: who })
