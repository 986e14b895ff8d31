import { type Client, ProblemResponse } from '@techbridge/client'
import { maxChanges, needsApi, offersApi } from '@techbridge/contracts'
import type { Waiting } from './batch.ts'
import { type Patience, patiently } from './patience.ts'
import type { Kind } from './record.ts'
import type { Outcome } from './report.ts'
import { keyOf } from './rows.ts'

const apis = { offers: offersApi, needs: needsApi } as const

interface Target {
  client: Client
  as: Kind
  publish: boolean
  request: string
  patience: Patience
}

/** Sends rows in one request; returns the outcome of each and the number of texts made plain. May be repeated: the server recognises rows by their keys. */
export const sendBatch = async ({ client, as, publish, request, patience }: Target, rows: readonly Waiting[]) => {
  if (rows.length === 0) return { outcomes: [], textsChanged: 0 }
  const call = {
    query: { request, publish: publish ? ('true' as const) : ('false' as const) },
    lines: rows.map(({ line }) => line),
  }
  const { body } = await patiently(() => client.call(apis[as].import, call), patience)
  let textsChanged = body.textsChanged ?? 0
  const outcomes = body.rows.map(({ row: place, outcome, id, errors, changed = [] }): Outcome => {
    const { row, line, changes } = rows[place - 1]!
    const all = outcome === 'refused' ? changed : [...changes, ...changed]
    textsChanged += all.length - changed.length
    const told = all.length > 0 && { changed: all.slice(0, maxChanges) }
    return { row, ...keyOf(line), outcome, ...(id && { id }), ...(errors && { errors }), ...told }
  })
  return { outcomes, textsChanged }
}

/**
 * The rows that are done according to the report; none when it is about another server or about data deleted since. Only the last row
 * is checked, because a server that has it has all before it.
 */
export const stillThere = async (client: Client, as: Kind, done: Map<string, Outcome>, patience: Patience) => {
  const id = [...done.values()].at(-1)?.id
  if (id === undefined) return done
  try {
    await patiently(() => client.call(apis[as].get, { params: { id } }), patience)
    return done
  } catch (error) {
    if (error instanceof ProblemResponse && (error.status === 404 || error.status === 400))
      return new Map<string, Outcome>()
    throw error
  }
}
