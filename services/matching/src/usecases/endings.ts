import { type Caller, type LapseCause, matchEvents, type Refusal, type Refuser } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, shownHistory } from '@techbridge/runtime'
import type { z } from 'zod'
import type { Match } from '../domain/match.ts'

export interface GivenRefusal extends Refusal {
  by: Refuser
  /** UTC instant. */
  at: string
}

const { proposed, approved, rejected, declined, lapsed } = matchEvents

/** What the parties heard of: the steps from an approval until the pair is proposed anew. */
const disclosedIn = (history: readonly HistoryEntry[]): HistoryEntry[] => {
  let isDisclosed = false
  return history.filter(({ type }) => {
    isDisclosed = type === approved.type || (isDisclosed && type !== proposed.type)
    return isDisclosed
  })
}

/** Of the history what concerns the caller. */
export const historyFor = (history: readonly HistoryEntry[], caller: Caller): readonly HistoryEntry[] =>
  isOfficer(caller) ? history : disclosedIn(history)

/** The version of the match to the caller. To a party all that happened before it heard of the match is one step. */
export const versionFor = ({ version, history }: Pick<Aggregate<Match>, 'version' | 'history'>, caller: Caller) =>
  isOfficer(caller) ? version : 1 + disclosedIn(history).length

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
