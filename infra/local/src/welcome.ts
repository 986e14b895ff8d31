import { matchTable } from '@techbridge/cli'
import type { Client } from '@techbridge/client'
import { matchesApi } from '@techbridge/contracts'

const shownMatches = 10

/** What a newcomer sees first: the best matches, and what to do next. */
export const welcome = async (url: string, officer: Client): Promise<string> => {
  const { body } = await officer.call(matchesApi.list, { query: { status: 'proposed', limit: shownMatches } })
  const parts = [`\nTechbridge is up at ${url}\n`]
  if (body.items.length > 0)
    parts.push('The best matches that await an officer:\n', matchTable(body.items), approval(url, body.items[0]!.id))
  parts.push(
    `API docs       ${url}/docs`,
    `The whole story, played for you:   npx techbridge demo --url ${url}`,
    'Stop with Ctrl+C\n',
  )
  return parts.join('\n')
}

const approval = (url: string, matchId: string) => `
Approve the first one:

  TOKEN=$(curl -s ${url}/v1/tokens -H 'Content-Type: application/json' -d '{"role":"officer","organisation":{"id":"transfer-office","name":"Transfer Office","country":"CN","kind":"agency"}}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s -X POST ${url}/v1/matches/${matchId}/approve -H "Authorization: Bearer $TOKEN" -H 'If-Match: "1"'
`
