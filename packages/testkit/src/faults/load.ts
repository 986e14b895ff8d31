import { setTimeout as pause } from 'node:timers/promises'
import { type Client, ProblemResponse, signIn } from '@techbridge/client'
import { matchesApi, needsApi, type Organisation, offersApi, operationsApi, type Role } from '@techbridge/contracts'

/** A record that changed meanwhile, or an unavailable service. */
const passing = [412, 503]

/** Repeats a request until it is answered, as a careful client does when the server is killed or a record changes meanwhile. */
const persist = async <T>(request: () => Promise<T>, running: () => boolean): Promise<T | undefined> => {
  while (running()) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof ProblemResponse && !passing.includes(error.status)) throw error
      await pause(20)
    }
  }
  return undefined
}

/** What was acknowledged to the clients. */
export interface Acknowledged {
  offers: Set<string>
  needs: Set<string>
  agreed: Set<string>
}

/** Records to import, again and again. */
export interface Rows {
  offers: readonly Row[]
  needs: readonly Row[]
}

interface Row {
  organisation: unknown
  content: unknown
}

/** The office whose officers import, approve and check. */
export const office: Organisation = { id: 'office', name: 'Office', country: 'CN', kind: 'agency' }
const rowsPerRequest = 4
/** Events that consumers may be behind: a load that outruns them for long would leave hours of work to the check. */
const mostBehind = 150

/**
 * A steady load: imports of offers and needs, with pauses if wanted and when consumers are far behind, and an officer and parties
 * who take matches to an agreement.
 */
export const createLoad = (url: string, rows: Rows, { pauseMs = 0 } = {}) => {
  const acknowledged: Acknowledged = { offers: new Set(), needs: new Set(), agreed: new Set() }
  let going = true
  const running = () => going
  const clients = new Map<string, Promise<Client>>()

  const as = (role: Role, organisation: Organisation) => {
    const known = clients.get(role + organisation.id) ?? signIn(url, role, organisation)
    clients.set(role + organisation.id, known)
    known.catch(() => clients.delete(role + organisation.id))
    return known
  }

  const behind = async () => {
    try {
      const { body } = await (await as('officer', office)).call(operationsApi.lag)
      return Math.max(...Object.values(body.groups))
    } catch (error) {
      if (error instanceof ProblemResponse && !passing.includes(error.status)) throw error
      return 0
    }
  }

  const importing = async (kind: 'offers' | 'needs') => {
    const items = rows[kind]
    const api = kind === 'offers' ? offersApi : needsApi
    for (let first = 0; going; first += rowsPerRequest) {
      const lines = Array.from({ length: rowsPerRequest }, (_, place) => {
        const number = first + place
        const { organisation, content } = items[number % items.length]!
        return { key: `record ${number}`, organisation, content }
      })
      while (going && (await behind()) > mostBehind) await pause(100)
      const send = async () =>
        (await as('officer', office)).call(api.import, { query: { publish: 'true', request: 'Test data' }, lines })
      const response = await persist(send, running)
      for (const { outcome, id } of response?.body.rows ?? []) {
        if (outcome === 'refused' || !id) throw new Error(`a row was refused: ${JSON.stringify(response?.body)}`)
        acknowledged[kind].add(id)
      }
      await pause(pauseMs)
    }
  }

  const agreeing = async () => {
    while (going) {
      const officer = () => as('officer', office)
      const listed = await persist(
        async () => (await officer()).call(matchesApi.list, { query: { status: 'proposed', limit: 3 } }),
        running,
      )
      for (const match of listed?.body.items ?? []) await agree(match.id)
      await pause(50)
    }
  }

  const agree = async (id: string) => {
    const act = async (role: Role, organisation: Organisation, action: 'approve' | 'accept') => {
      const key = `${action}-${role}-${id}`
      const attempt = async () => {
        const client = await as(role, organisation)
        const { etag } = await client.call(matchesApi.get, { params: { id } })
        return await client.call(matchesApi[action], { params: { id }, ifMatch: etag, idempotencyKey: key })
      }
      return await persist(attempt, running)
    }
    const approved = await act('officer', office, 'approve')
    if (!approved) return
    const { need, offer } = approved.body
    await act('seeker', need.organisation as Organisation, 'accept')
    const last = await act('provider', offer.organisation as Organisation, 'accept')
    if (last?.body.status === 'agreed') acknowledged.agreed.add(id)
  }

  const work = Promise.all([importing('offers'), importing('needs'), agreeing()])
  work.catch(() => undefined)
  return {
    acknowledged,
    stop: async () => {
      going = false
      await work
    },
  }
}

export type Load = ReturnType<typeof createLoad>
