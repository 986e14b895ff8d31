import { type LapseCause, matchEvents, type Refusal, type Refuser } from '@techbridge/contracts'
import { type HistoryEntry, shownHistory } from '@techbridge/kit'
import type { z } from 'zod'

export interface GivenRefusal extends Refusal {
  by: Refuser
  /** UTC instant. */
  at: string
}

const { rejected, declined, lapsed } = matchEvents

/** All refusals of a pair, those before it was proposed anew among them, oldest first. */
export const refusalsIn = (history: readonly HistoryEntry[]): GivenRefusal[] =>
  shownHistory(history.filter(({ type }) => type === rejected.type || type === declined.type)).map(({ at, data }) => {
    const { refusal, party } = data as { refusal: Refusal; party?: Refuser }
    return { ...refusal, by: party ?? 'officer', at }
  })

/** Why a match lapsed last. */
export const lapseCauseIn = (history: readonly HistoryEntry[]): LapseCause | undefined => {
  const last = history.findLast(({ type }) => type === lapsed.type)
  return (last?.data as z.infer<typeof lapsed.data> | undefined)?.cause
}
