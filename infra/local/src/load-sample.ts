import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, ProblemResponse } from '@techbridge/client'
import { type ImportReport, needsApi, offersApi, operationsApi } from '@techbridge/contracts'
import { sampleNeeds, sampleOffers } from './sample.ts'

const longestWaitMs = 600_000
const query = { publish: 'true', request: 'Sample data of invented organisations' } as const

/**
 * Imports the sample data as an officer would, and returns the report of each file. Existing records stay unchanged. A match is scored
 * by the offers that are published by then, so the needs follow once matching has all offers: scores are the same every time.
 */
export const importSample = async (officer: Client): Promise<Record<'offers' | 'needs', ImportReport>> => {
  const offers = await officer.call(offersApi.import, { query, lines: sampleOffers })
  await waitUntilNothingIsLeft(officer, ({ groups, outboxes }) => [outboxes.offers, groups.matching])
  const needs = await officer.call(needsApi.import, { query, lines: sampleNeeds })
  return { offers: offers.body, needs: needs.body }
}

/** Imports the sample data once for a data folder. Returns whether it did. */
export const loadSample = async (officer: Client, dataDir: string): Promise<boolean> => {
  const marker = join(dataDir, 'sample-loaded')
  if (existsSync(marker)) return false
  const refused = Object.entries(await importSample(officer)).flatMap(([kind, { rows }]) =>
    rows.flatMap(({ row, errors = [] }) =>
      errors.map(({ path, message }) => `infra/local/sample/${kind}.ndjson:${row}: ${path} ${message}`),
    ),
  )
  if (refused.length > 0) throw new Error(`the sample data was refused:\n${refused.join('\n')}`)
  writeFileSync(marker, '', { mode: 0o600 })
  return true
}

/** Waits until every event so far is in the log and every service has handled it; fails when they have not after ten minutes. */
export const settled = (officer: Client): Promise<void> =>
  waitUntilNothingIsLeft(officer, (lag) => Object.values(lag).flatMap(Object.values))

type Lag = Awaited<ReturnType<typeof lagOf>>
const lagOf = async (officer: Client) => (await officer.call(operationsApi.lag)).body

const waitUntilNothingIsLeft = async (officer: Client, left: (lag: Lag) => (number | undefined)[]): Promise<void> => {
  const giveUp = performance.now() + longestWaitMs
  for (let quiet = 0; quiet < 2; ) {
    if (performance.now() > giveUp)
      throw new Error(
        `events wait since ${longestWaitMs / 60_000} minutes; npx techbridge dead-letters and the log may say why`,
      )
    quiet = (await isNothingLeft(officer, left)) ? quiet + 1 : 0
    await pause(100)
  }
}

/** Not yet when nobody can say. */
const isNothingLeft = async (officer: Client, left: (lag: Lag) => (number | undefined)[]): Promise<boolean> => {
  try {
    return left(await lagOf(officer)).every((count) => count === 0)
  } catch (error) {
    if (error instanceof ProblemResponse && error.status === 503) return false
    throw error
  }
}
