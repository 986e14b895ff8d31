import { message, type Terms } from '@techbridge/contracts'
import { percentageOf, plus, ratio, roundedHalfEven, times } from '@techbridge/domain'
import { error, type Finding, warning } from './finding.ts'

type Named = { list: readonly { name: string }[] } | undefined

const namesOf = (clause: Named) => (clause?.list ?? []).map(({ name }) => name)

const repeated = (clause: string, named: Named): Finding[] => {
  const names = namesOf(named)
  return names.flatMap((name, at) => {
    const first = names.indexOf(name)
    if (first === at) return []
    const places = [`${clause}.list.${first}.name`, `${clause}.list.${at}.name`]
    return [error(message('terms.name-repeated', { name }), ...places)]
  })
}

const hundred = ratio(100n)

const sharesSum = ({ sharedIp }: Terms): Finding[] => {
  if (sharedIp?.ownedBy !== 'byShare') return []
  const sum = sharedIp.shares.reduce((all, { share }) => plus(all, times(percentageOf(share), hundred)), ratio(0n))
  if (sum.numerator === hundred.numerator && sum.denominator === hundred.denominator) return []
  const millionths = String(roundedHalfEven(times(sum, ratio(1_000_000n)))).padStart(7, '0')
  const said = `${millionths.slice(0, -6)}.${millionths.slice(-6)}`.replace(/\.?0+$/, '')
  return [error(message('terms.shares-sum', { sum: said }), 'sharedIp.shares')]
}

/** References to partners, where the sheet lists any. */
const partners = ({ partners, sites, contributions, governance, sharedIp }: Terms): Finding[] => {
  if (!partners) return []
  const known = namesOf(partners)
  const named = [
    ...(sites?.list ?? []).map(({ host }, at) => ({ name: host, place: `sites.list.${at}.host` })),
    ...(contributions?.list ?? []).map((one, at) => ({ name: one.partner, place: `contributions.list.${at}.partner` })),
    ...(governance?.seats ?? []).map((one, at) => ({ name: one.partner, place: `governance.seats.${at}.partner` })),
    ...(sharedIp?.shares ?? []).map((one, at) => ({ name: one.partner, place: `sharedIp.shares.${at}.partner` })),
  ]
  return named.flatMap(({ name, place }) =>
    known.includes(name) ? [] : [error(message('terms.partner-unknown', { name }), place)],
  )
}

const phaseFindings = ({ phases, indicators }: Terms): Finding[] => {
  const list = phases?.list ?? []
  const known = namesOf(phases)
  const overlapping = list.flatMap((one, first) =>
    list.slice(first + 1).flatMap((other, after) => {
      if (one.start > other.end || other.start > one.end) return []
      const places = [`phases.list.${first}`, `phases.list.${first + after + 1}`]
      return [warning(message('terms.phases-overlap', { one: one.name, other: other.name }), ...places)]
    }),
  )
  const unknown = (indicators?.list ?? []).flatMap(({ phase }, at) =>
    phase === undefined || known.includes(phase)
      ? []
      : [error(message('terms.phase-unknown', { name: phase }), `indicators.list.${at}.phase`)],
  )
  return [...overlapping, ...unknown]
}

const training = ({ trainees, curriculum, sessions }: Terms): Finding[] => {
  if (!sessions) return []
  const modules = namesOf(curriculum)
  const groups = namesOf(trainees)
  const unknown = sessions.list.flatMap(({ module, group }, at) => [
    ...(modules.includes(module)
      ? []
      : [error(message('terms.module-unknown', { name: module }), `sessions.list.${at}.module`)]),
    ...(groups.includes(group)
      ? []
      : [error(message('terms.group-unknown', { name: group }), `sessions.list.${at}.group`)]),
  ])
  const idle = modules.flatMap((name, at) =>
    sessions.list.some(({ module }) => module === name)
      ? []
      : [warning(message('terms.module-not-taught', { name }), `curriculum.list.${at}`)],
  )
  return [...unknown, ...idle]
}

/** What is wrong with lists of names, and with the clauses of laboratories, parks and training. */
export const programmeFindings = (terms: Terms): Finding[] => [
  ...repeated('milestones', terms.milestones),
  ...repeated('partners', terms.partners),
  ...repeated('sites', terms.sites),
  ...repeated('contributions', terms.contributions),
  ...repeated('phases', terms.phases),
  ...repeated('indicators', terms.indicators),
  ...repeated('trainees', terms.trainees),
  ...repeated('curriculum', terms.curriculum),
  ...repeated('sessions', terms.sessions),
  ...partners(terms),
  ...sharesSum(terms),
  ...phaseFindings(terms),
  ...training(terms),
]
