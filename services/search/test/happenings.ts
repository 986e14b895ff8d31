import {
  caseEvents,
  documentEvents,
  domainEvents,
  type EventContract,
  type MatchedNeed,
  type MatchedOffer,
  matchEvents,
  needEvents,
  offerEvents,
  organisationEvents,
  rosterEvents,
  termSheetEvents,
} from '@techbridge/contracts'
import { needContent, offerContent, organisations } from '@techbridge/testkit'

const hex = '0123456789abcdef01234567'
const dates = { publishedAt: '2026-11-24T08:00:00.000Z', expiresAt: '2027-11-24T08:00:00.000Z' }
const dueAt = '2026-12-01T08:00:00.000Z'
const because = { pieces: ['piece'], reason: 'because', refusal: { code: 'price' }, cause: 'noAnswer' } as const

const offer = (anonymous: boolean) => ({
  id: `offer_${hex}`,
  reference: 'TOCN20261124001',
  type: 'TO',
  organisation: organisations.university,
  revision: 1,
  content: offerContent({ anonymous }),
  ...dates,
  ...because,
})
const need = (anonymous: boolean) => ({
  id: `need_${hex}`,
  reference: 'TRVN20261124001',
  type: 'TR',
  organisation: organisations.cooperative,
  revision: 1,
  content: needContent({ anonymous }),
  ...dates,
  ...because,
})

export const sides = (anonymous: boolean) => {
  const side = { title: 'Title', anonymous, dealTypes: ['option'], territories: ['VN'] }
  const { id, reference, organisation } = need(anonymous)
  const matchedNeed = { ...side, id, reference, organisation, revision: 1 } as MatchedNeed
  const given = offer(anonymous)
  const matchedOffer = {
    ...side,
    id: given.id,
    reference: given.reference,
    organisation: given.organisation,
    revision: 1,
    ipStatus: 'granted',
  } as MatchedOffer
  return { need: matchedNeed, offer: matchedOffer }
}

const match = (anonymous: boolean) => ({
  id: `match_${hex}`,
  ...sides(anonymous),
  score: 0.5,
  features: [],
  dueAt,
  party: 'seeker',
  awaiting: 'officer',
  disclosed: false,
  ...because,
})
const licensingCase = (anonymous: boolean) => ({
  ...match(anonymous),
  id: `case_${hex}`,
  match: `match_${hex}`,
  status: 'nda',
  by: 'officer',
  dealType: 'option',
  family: 'option',
  act: 'negotiation',
  finding: { outcome: 'unknown', why: 'because', reasons: [] },
  to: 'negotiation',
  approvedBy: ['officer'],
  signedBy: ['seeker'],
  termSheet: 2,
  recordal: { office: 'CNIPA', number: 'X1', on: '2026-12-01' },
  endsOn: '2031-12-31',
  number: 1,
  encumbrance: { number: 1, kind: 'coOwner', holder: 'Lotus Institute' },
  indicator: { number: 1, kind: 'yield', name: 'Yield', dueOn: '2027-06-30' },
  report: { text: 'Two harvests.' },
})
/** Those of a case name all that are awaited. */
const awaitingCase = (anonymous: boolean) => ({ ...licensingCase(anonymous), awaiting: ['officer'] })

const isAwaiting = ({ type }: { type: string }) =>
  type === caseEvents.reminded.type || type === caseEvents.escalated.type

const termSheet = () => ({
  id: `termsheet_${hex}`,
  case: `case_${hex}`,
  provider: organisations.university.id,
  seeker: organisations.cooperative.id,
  version: 1,
  party: 'seeker',
  reasons: {},
  territories: ['VN'],
  removed: [],
  settled: false,
  of: ['provider'],
})
/** Those whose `clauses` are terms; for the others they are names. */
const writtenTerms = () => ({ ...termSheet(), clauses: { deal: { type: 'option' } } })
/** The documents and reasons of an organisation are its own, whoever reads of it. */
const entry = () => ({
  id: organisations.university.id,
  profile: {
    names: [{ language: 'en', name: 'Dianchi University' }],
    country: 'CN',
    kind: 'university',
  },
  parent: 'yunnan-academy',
  document: { title: 'Business licence' },
  evidence: {
    method: 'document',
    document: { title: 'Business licence' },
    at: dates.publishedAt,
    until: dates.expiresAt,
  },
  wasPublic: false,
  cause: 'evidenceLost',
  domain: 'dianchi.edu.cn',
  until: dates.expiresAt,
  into: 'kunming-university',
  former: 'dianchi-institute',
  reason: 'because',
})
const claim = () => ({ ...entry(), id: `domain_${hex}`, organisation: organisations.university.id })

const roster = () => ({
  id: `roster_${hex}`,
  organisation: organisations.university.id,
  member: `member_${hex}`,
  invitation: `invitation_${hex}`,
  invitations: [`invitation_${hex}`],
  request: `request_${hex}`,
  key: `key_${hex}`,
  name: 'Nightly import',
  role: 'provider',
  on: '2026-11-24',
  mandate: `mandate_${hex}`,
  terms: { families: ['licence'], from: '2026-12-01' },
  subject: 'anna',
  by: 'anna',
  roles: ['manager'],
  languages: ['lo'],
  address: 'hash',
  secret: 'hash',
  until: dates.expiresAt,
  end: 'left',
  reason: 'because',
})
const caseDocument = () => ({
  id: `document_${hex}`,
  case: `case_${hex}`,
  stage: 'annex',
  owner: 'provider',
  recipients: ['seeker'],
  provider: organisations.university.id,
  seeker: organisations.cooperative.id,
  number: 1,
  bytes: 10,
  expiresAt: dueAt,
  hash: 'a'.repeat(64),
  why: 'expired',
  reader: 'somebody',
})

const families = [
  [offerEvents, offer],
  [needEvents, need],
  [matchEvents, match],
  [caseEvents, licensingCase],
  [{ proposed: termSheetEvents.proposed, countered: termSheetEvents.countered }, writtenTerms],
  [
    {
      clausesAgreed: termSheetEvents.clausesAgreed,
      accepted: termSheetEvents.accepted,
      voided: termSheetEvents.acceptancesVoided,
    },
    () => ({ ...termSheet(), clauses: ['law'] }),
  ],
  [organisationEvents, entry],
  [domainEvents, claim],
  [rosterEvents, roster],
  [documentEvents, caseDocument],
] as const

/** What can happen, with data that its contract knows and nothing else; variants stand under their own names. */
export const happenings = (anonymous = false): Map<string, { contract: EventContract; data: any }> => {
  const all = new Map<string, { contract: EventContract; data: any }>()
  for (const [family, dataOf] of families) {
    for (const contract of Object.values(family) as EventContract<any, any>[]) {
      const [, kind, name] = contract.type.split('.')
      const given = kind === 'case' && isAwaiting(contract) ? awaitingCase(anonymous) : dataOf(anonymous)
      all.set(`${kind} ${name}`, { contract, data: contract.data.parse(given) })
    }
  }
  for (const [kind, { withdrawn }] of [
    ['offer', offerEvents],
    ['need', needEvents],
  ] as const) {
    const { data } = all.get(`${kind} withdrawn`)!
    all.set(`${kind} withdrawn, public`, { contract: withdrawn, data: { ...data, wasPublic: true } })
  }
  const { edited, evidenceEnded, suspended, merged, unmerged } = organisationEvents
  for (const [name, contract] of Object.entries({
    edited,
    'evidence-ended': evidenceEnded,
    suspended,
    merged,
    unmerged,
  }))
    all.set(`organisation ${name}, public`, {
      contract,
      data: { ...all.get(`organisation ${name}`)!.data, wasPublic: true },
    })
  const { reminded, lapsed, organisationRenamed } = matchEvents
  all.set('match reminded, parties', {
    contract: reminded,
    data: { ...all.get('match reminded')!.data, awaiting: 'parties' },
  })
  all.set('match organisation-renamed, disclosed', {
    contract: organisationRenamed,
    data: { ...all.get('match organisation-renamed')!.data, disclosed: true },
  })
  all.set('match lapsed, disclosed', { contract: lapsed, data: { ...all.get('match lapsed')!.data, disclosed: true } })
  return all
}
