import { z } from 'zod'
import { territory } from '../common/codes.ts'
import { idOf, organisationId, text } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { party } from '../matching/vocabulary.ts'
import { clauseName, reasons, terms } from './term-sheet.ts'

const termSheet = z.object({
  id: shown('public', idOf('termsheet')),
  case: shown('public', idOf('case')),
  provider: shown('public', organisationId.meta({ description: 'Id of the organisation that provides' })),
  seeker: shown('public', organisationId.meta({ description: 'Id of the organisation that seeks' })),
  version: shown('public', z.int().min(1).meta({ description: 'Version of the terms' })),
})
const byParty = termSheet.extend({ party: shown('public', party.meta({ description: 'Which side did it' })) })
const why = shown('confidential', reasons)

const ofTermSheet = {
  topic: 'techbridge.termsheets',
  sidesOf: ({ provider, seeker }: { provider: string; seeker: string }) => ({
    provider: { id: provider },
    seeker: { id: seeker },
  }),
  sidesRead: 'confidential',
  history: 'sides',
  audience: 'sides',
} as const

export const termSheetEvents = {
  proposed: event({
    type: 'techbridge.termsheet.proposed.v1',
    ...ofTermSheet,
    summary: 'A side proposed the first terms of a case',
    data: byParty.extend({
      clauses: shown('confidential', terms),
      reasons: why,
      territories: shown(
        'public',
        z.array(territory).meta({ description: 'Territories of the offer, against which grants are checked' }),
      ),
    }),
  }),
  countered: event({
    type: 'techbridge.termsheet.countered.v1',
    ...ofTermSheet,
    summary: 'A side changed, added or removed clauses; this is a new version of the terms',
    data: byParty.extend({
      clauses: shown(
        'confidential',
        terms.meta({ description: 'The clauses that are new or changed, as they are now' }),
      ),
      removed: shown('confidential', z.array(clauseName).meta({ description: 'The clauses that are gone' })),
      reasons: why,
    }),
  }),
  clausesAgreed: event({
    type: 'techbridge.termsheet.clauses-agreed.v1',
    ...ofTermSheet,
    summary: 'A side agreed to clauses that the other one wrote',
    data: byParty.extend({
      clauses: shown('confidential', z.array(clauseName).meta({ description: 'To which it agreed' })),
      why: shown('confidential', text(1000).optional().meta({ description: 'Why, in its words' })),
    }),
  }),
  accepted: event({
    type: 'techbridge.termsheet.accepted.v1',
    ...ofTermSheet,
    summary: 'A side accepted a version of the terms as a whole',
    data: byParty.extend({
      settled: shown('public', z.boolean().meta({ description: 'Now both sides have accepted this version' })),
    }),
  }),
  acceptancesVoided: event({
    type: 'techbridge.termsheet.acceptances-voided.v1',
    ...ofTermSheet,
    summary: 'The terms changed, so acceptances of the version before no longer count',
    data: termSheet.extend({
      of: shown('public', z.array(party).meta({ description: 'Whose acceptances no longer count' })),
    }),
  }),
}
