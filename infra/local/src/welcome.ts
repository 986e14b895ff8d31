import type { Client } from '@techbridge/client'
import { matchesApi } from '@techbridge/contracts'
import Table from 'cli-table3'

const shownMatches = 10

/** What a newcomer sees first: the best matches, and what to do next. */
export const welcome = async (url: string, officer: Client): Promise<string> => {
  const { body } = await officer.call(matchesApi.list, { query: { status: 'proposed', limit: shownMatches } })
  const parts = [`\nTechbridge is up at ${url}\n`]
  if (body.items.length > 0)
    parts.push('The best matches that await an officer:\n', table(body.items), approval(url, body.items[0]!.id))
  parts.push(
    `API docs       ${url}/docs`,
    `The whole story, played for you:   npx techbridge demo --url ${url}`,
    'Stop with Ctrl+C\n',
  )
  return parts.join('\n')
}

type Item = Awaited<ReturnType<typeof list>>['items'][number]
const list = async (client: Client) => (await client.call(matchesApi.list)).body

const table = (items: Item[]) => {
  const rows = new Table({
    head: ['score', 'need', 'offer', 'why'],
    colWidths: [7, 38, 38, 42],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  })
  for (const { score, need, offer, features } of items) {
    const best = features.toSorted((one, other) => other.contribution - one.contribution).slice(0, 2)
    rows.push([
      score.toFixed(2),
      `${need.organisation?.country} ${need.title}`,
      `${offer.organisation?.country} ${offer.title}`,
      best.map(({ why }) => why).join(' '),
    ])
  }
  return rows.toString()
}

const approval = (url: string, matchId: string) => `
Approve the first one:

  TOKEN=$(curl -s ${url}/v1/tokens -H 'Content-Type: application/json' -d '{"role":"officer","organisation":{"id":"transfer-office","name":"Transfer Office","country":"CN","kind":"agency"}}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s -X POST ${url}/v1/matches/${matchId}/approve -H "Authorization: Bearer $TOKEN" -H 'If-Match: "1"'
`
