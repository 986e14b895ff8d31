import type { CloudEvent, MatchedNeed, MatchedOffer, Party } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import type { Aggregates } from '@techbridge/runtime'
import type { LicensingCase } from '../domain/case.ts'
import type { CaseCommand } from '../domain/licensing-case.ts'

/** The id of a match's case: the same digits, so that a repeated event does not open a second one. */
const caseId = (matchId: string) => matchId.replace('match_', 'case_')

/** Both parties agreed: opens their case. Its time is that of the agreement, not that of the delivery. */
export const matchAgreed = async (
  cases: Aggregates<LicensingCase, CaseCommand>,
  { data, time }: CloudEvent<string, { id: string; need: MatchedNeed; offer: MatchedOffer }>,
): Promise<void> => {
  const { id: match, need, offer } = data
  const id = caseId(match)
  await cases.handle(id, { type: 'open', id, match, need, offer, at: time, by: system('licensing') })
}

/** The description of a party's organisation has changed: its case, if there is one, follows. */
export const organisationRenamed = async (
  cases: Aggregates<LicensingCase, CaseCommand>,
  { data, time }: CloudEvent<string, { id: string; need: MatchedNeed; offer: MatchedOffer; party: Party }>,
): Promise<void> => {
  const { id, need, offer, party } = data
  await cases.handle(caseId(id), { type: 'rename', party, need, offer, at: time, by: system('licensing') })
}
