import { message, type Terms } from '@techbridge/contracts'
import { deals } from '../clauses-of-deals.ts'
import { error, type Finding, warning } from './finding.ts'

type Grant = NonNullable<Terms['grant']>['grants'][number]

const world = 'WORLD'

/** Where both apply; everywhere is `WORLD`. */
const shared = (one: readonly string[], other: readonly string[]): string[] => {
  if (one.includes(world)) return [...other]
  return other.includes(world) ? [...one] : one.filter((territory) => other.includes(territory))
}

const plainField = (field: string) => field.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** No program can tell whether two fields in words overlap: every use overlaps with all, and a field with itself. */
const isSameUse = (one: Grant, other: Grant) =>
  one.fieldOfUse === undefined ||
  other.fieldOfUse === undefined ||
  plainField(one.fieldOfUse) === plainField(other.fieldOfUse)

const place = (at: number, field: string) => `grant.grants.${at}.${field}`

const conflicts = (grants: readonly Grant[]): Finding[] =>
  grants.flatMap((one, first) =>
    grants.slice(first + 1).flatMap((other, after) => {
      const territories = shared(one.territories, other.territories)
      if (one.exclusivity === other.exclusivity || territories.length === 0 || !isSameUse(one, other)) return []
      const said = { one: one.exclusivity, other: other.exclusivity, territories }
      return [
        error(
          message('terms.grants-conflict', said),
          place(first, 'exclusivity'),
          place(first + after + 1, 'exclusivity'),
        ),
      ]
    }),
  )

const ofDeal = ({ deal, grant }: Terms): Finding[] => {
  const allowed = deal && deals[deal.type].grants
  if (!allowed || !grant) return []
  const [needed] = allowed
  const foreign = grant.grants.flatMap(({ exclusivity }, at) =>
    allowed.includes(exclusivity)
      ? []
      : [
          error(
            message('terms.grant-not-of-deal', { deal: deal.type, exclusivity }),
            place(at, 'exclusivity'),
            'deal.type',
          ),
        ],
  )
  if (needed === undefined || grant.grants.some(({ exclusivity }) => exclusivity === needed)) return foreign
  const said = { deal: deal.type, exclusivity: needed }
  return [...foreign, error(message('terms.grant-of-deal-missing', said), 'grant.grants', 'deal.type')]
}

const notOffered = (grants: readonly Grant[], offered: readonly string[]): Finding[] => {
  if (offered.includes(world)) return []
  return grants.flatMap(({ territories }, at) => {
    const missing = territories.filter((territory) => !offered.includes(territory))
    if (missing.length === 0) return []
    return [error(message('terms.territory-not-offered', { territories: missing, offered }), place(at, 'territories'))]
  })
}

const sublicensed = ({ deal, grant }: Terms): Finding[] =>
  deal?.type !== 'assignment' || !grant
    ? []
    : grant.grants.flatMap(({ sublicensing }, at) =>
        sublicensing === 'none'
          ? []
          : [error(message('terms.assignment-sublicensed'), place(at, 'sublicensing'), 'deal.type')],
      )

/** An exclusive right that outlasts every patent. It needs an expiry of each patent that is alive, else nobody knows. */
const outlasting = ({ deal, grant, term, subject }: Terms): Finding[] => {
  if (!grant || !term || deal?.type === 'assignment') return []
  const at = grant.grants.findIndex(({ exclusivity }) => exclusivity === 'exclusive')
  const alive = (subject?.patents ?? []).filter(({ status }) => status !== 'lapsed')
  const expiries = alive.flatMap(({ expiry }) => (expiry ? [expiry] : []))
  const last = expiries.toSorted().at(-1)
  if (at < 0 || last === undefined || expiries.length < alive.length) return []
  if (term.end !== undefined && term.end <= last) return []
  const said = { expiry: last, ...(term.end && { end: term.end }) }
  return [
    warning(message('terms.exclusive-after-patents', said), 'term.end', 'subject.patents', place(at, 'exclusivity')),
  ]
}

/** What is wrong with the rights; `offered`: the territories of the offer. */
export const grantFindings = (terms: Terms, offered: readonly string[]): Finding[] => {
  const grants = terms.grant?.grants ?? []
  return [
    ...ofDeal(terms),
    ...conflicts(grants),
    ...notOffered(grants, offered),
    ...sublicensed(terms),
    ...outlasting(terms),
  ]
}
