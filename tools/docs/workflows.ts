import { guardSentences } from '@techbridge/contracts'
import { claimLife } from '../../services/directory/src/domain/claim.ts'
import { organisationLife } from '../../services/directory/src/domain/organisation.ts'
import { rosterLife } from '../../services/directory/src/domain/roster.ts'
import { caseLife } from '../../services/licensing/src/domain/licensing-case.ts'
import { termSheetLife } from '../../services/licensing/src/domain/term-sheet/term-sheet.ts'
import { matchLife } from '../../services/matching/src/domain/match-life.ts'
import { offer } from '../../services/offers/src/domain/offer.ts'

type Edge = (typeof caseLife.edges)[number]

const diagram = (edges: readonly Edge[]) => {
  const labels = new Map<string, string[]>()
  for (const { from = '[*]', to, action } of edges) {
    const arrow = `${from} --> ${to}`
    labels.set(arrow, [...(labels.get(arrow) ?? []), action])
  }
  const arrows = [...labels].map(([arrow, actions]) => `  ${arrow}: ${actions.join(' / ')}`)
  return ['```mermaid', 'stateDiagram-v2', ...arrows, '```'].join('\n')
}

const table = (edges: readonly Edge[]) =>
  [
    '| In status | action | by | leads to | guards |',
    '| --- | --- | --- | --- | --- |',
    ...edges.map(({ from = '', action, by, to, guards }) => {
      const rules = guards.map(({ name }) => `${name}: ${guardSentences[name]}`).join('<br>')
      return `| ${from} | ${action} | ${by.join(', ') || 'system'} | ${to} | ${rules} |`
    }),
  ].join('\n')

const section = (title: string, source: string, edges: readonly Edge[]) =>
  [`## ${title}`, `From \`${source}\`.`, diagram(edges), table(edges)].join('\n\n')

/** The lives of the aggregates, from the tables that decide them. */
export const workflows = () =>
  `${[
    '# Workflows',
    'Generated from the lifecycle tables by `npm run docs`. "system" acts on deadlines and events.',
    section('Offer and need', 'packages/profiles/src/domain/profile-life.ts', offer.life.edges),
    section('Match', 'services/matching/src/domain/match-life.ts', matchLife.edges),
    section('Licensing case', 'services/licensing/src/domain/licensing-case.ts', caseLife.edges),
    section('Term sheet', 'services/licensing/src/domain/term-sheet/term-sheet.ts', termSheetLife.edges),
    section('Organisation', 'services/directory/src/domain/organisation.ts', organisationLife.edges),
    section('Claim to a domain', 'services/directory/src/domain/claim.ts', claimLife.edges),
    section('Members of an organisation', 'services/directory/src/domain/roster.ts', rosterLife.edges),
  ].join('\n\n')}\n`
