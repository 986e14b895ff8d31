import { profileWorkflow } from '@techbridge/profiles/domain'
import { caseWorkflow } from '../../services/licensing/src/domain/workflow.ts'
import { matchWorkflow } from '../../services/matching/src/domain/workflow.ts'

interface Edge {
  action: string
  from: string
  to: string
  by: readonly string[]
  guard?: { name: string; otherwise: string }
}

const diagram = (edges: readonly Edge[], first: string) => {
  const labels = new Map<string, string[]>()
  for (const { from, to, action } of edges) {
    const arrow = `${from} --> ${to}`
    labels.set(arrow, [...(labels.get(arrow) ?? []), action])
  }
  const arrows = [...labels].map(([arrow, actions]) => `  ${arrow}: ${actions.join(' / ')}`)
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${first}`, ...arrows, '```'].join('\n')
}

const table = (edges: readonly Edge[]) =>
  [
    '| In status | action | by | leads to | guard |',
    '| --- | --- | --- | --- | --- |',
    ...edges.map(
      ({ from, action, by, to, guard }) =>
        `| ${from} | ${action} | ${by.join(', ') || 'follows'} | ${to} | ${guard ? `${guard.name}: ${guard.otherwise}` : ''} |`,
    ),
  ].join('\n')

const section = (title: string, source: string, first: string, edges: readonly Edge[]) =>
  [`## ${title}`, `From \`${source}\`.`, diagram(edges, first), table(edges)].join('\n\n')

/** The state machines, from the tables that guard them. */
export const workflows = () =>
  `${[
    '# Workflows',
    'Generated from the transition tables by `npm run docs`. "system" acts on deadlines and events.',
    section(
      'Offer and need',
      'packages/profiles/src/domain/workflow.ts',
      'draft',
      profileWorkflow.transitions as readonly Edge[],
    ),
    section(
      'Match',
      'services/matching/src/domain/workflow.ts',
      'proposed',
      matchWorkflow.transitions as readonly Edge[],
    ),
    section(
      'Licensing case',
      'services/licensing/src/domain/workflow.ts',
      'opened',
      caseWorkflow.transitions as readonly Edge[],
    ),
  ].join('\n\n')}\n`
