import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { given, happened, history, organisations } from '@techbridge/testkit'
import { answerTime } from '../src/domain/answer-times.ts'
import { openMarket, proposedPair } from './market.ts'
import { approve, deadline, decider, givenMatch, id, need, offer, propose } from './match-life.ts'

const { approved, proposed, reminded, escalated, lapsed } = matchEvents
const at = (date: string) => `${date}T09:30:00.000Z`
const proposedOn = (date: string) => propose({}, at(date))
const approvedOn = (date: string) => ({ ...approve, at: at(date) })

describe('a day counts for a match when the countries of both sides work', () => {
  test('so that holidays of either take no time from anybody', () => {
    // The Spring Festival is over on 24 February in China and on the 23rd in Viet Nam. Only China works on Saturday the 28th.
    given(decider, ...history(decider, proposedOn('2026-02-10')))
      .when(approvedOn('2026-02-10'))
      .thenHappens([approved, { dueAt: at('2026-03-04'), dueAtStanding: 'announced' }])
    given(decider)
      .when(proposedOn('2026-04-24'))
      .thenHappens([proposed, { dueAt: at('2026-05-08') }])
  })

  test('and reminders and ends are counted in the same days', () => {
    const asked = history(decider, proposedOn('2026-02-10'), approvedOn('2026-02-10'))
    given(decider, ...asked)
      .when(deadline(at('2026-02-24')))
      .thenNothingHappens()
    given(decider, ...asked)
      .when(deadline(at('2026-02-25')))
      .thenHappens(reminded)
    const [, , ...steps] = history(
      decider,
      proposedOn('2026-02-10'),
      approvedOn('2026-02-10'),
      deadline(at('2026-02-25')),
    )
    given(decider, ...asked, ...steps)
      .when(deadline(at('2026-03-03')))
      .thenNothingHappens()
    given(decider, ...asked, ...steps)
      .when(deadline(at('2026-03-04')))
      .thenHappens(lapsed)
  })

  test('of an anonymous side its country is that of its reference', () => {
    const match = { offer: offer(), need: need(), status: 'proposed' as const, askedAt: at('2026-11-24'), accepted: [] }
    const thai = { ...need(), organisation: organisations.factory }
    assert.deepEqual(answerTime({ ...match, need: thai })?.calendar?.countries, ['CN', 'TH'])
    assert.deepEqual(answerTime({ ...match, need: { ...thai, anonymous: true } })?.calendar?.countries, ['CN', 'VN'])
  })
})

describe('a time to answer is provisional', () => {
  test('when holidays on the way are projected', () => {
    given(decider)
      .when(proposedOn('2026-12-28'))
      .thenHappens([proposed, { dueAt: at('2027-01-05'), dueAtStanding: 'projected' }])
  })

  test('when nothing is known of a country or a year, which it names', () => {
    const sides = { offer: offer(), need: { ...need(), organisation: { ...organisations.cooperative, country: 'DE' } } }
    assert.deepEqual(answerTime({ ...sides, status: 'proposed', askedAt: at('2026-12-29'), accepted: [] }), {
      at: at('2027-01-06'),
      calendar: {
        countries: ['CN', 'DE'],
        standing: 'missing',
        missing: [
          { country: 'DE', year: 2026 },
          { country: 'DE', year: 2027 },
        ],
      },
    })
  })

  test('unless the response deadline of the need comes first', () => {
    const sides = { offer: offer(), need: { ...need(), responseDeadline: '2026-12-30' } }
    assert.deepEqual(answerTime({ ...sides, status: 'proposed', askedAt: at('2026-12-28'), accepted: [] }), {
      at: '2026-12-30T17:00:00.000Z',
    })
  })
})

describe('when holidays turn out otherwise while an answer is awaited', () => {
  /** A proposal of 24 November, whose end is 1 December as the days are known now, and another as they were known. */
  const said = (dueAt: string) =>
    happened(proposed, { id, need: need(), offer: offer(), score: 0.6, features: [], dueAt }, at('2026-11-24'))
  const afterReminder = (dueAt: string) => {
    const past = [said(dueAt)]
    const [event] = decider.decide(decider.evolve(undefined, past[0]!.event, past[0]!.at), deadline(at('2026-11-27')))
    return given(decider, ...past, { event, at: at('2026-11-27') })
  }

  test('a day less to count ends it later', () => {
    given(decider, said(at('2026-11-30')))
      .when(deadline(at('2026-11-27')))
      .thenHappens([reminded, { dueAt: at('2026-12-01') }])
    afterReminder(at('2026-11-30'))
      .when(deadline(at('2026-11-30')))
      .thenNothingHappens()
    afterReminder(at('2026-11-30'))
      .when(deadline(at('2026-12-01')))
      .thenHappens(escalated)
  })

  test('a day more to count ends it no earlier than was said', () => {
    given(decider, said(at('2026-12-03')))
      .when(deadline(at('2026-11-27')))
      .thenHappens([reminded, { dueAt: at('2026-12-03') }])
    afterReminder(at('2026-12-03'))
      .when(deadline(at('2026-12-02')))
      .thenNothingHappens()
    afterReminder(at('2026-12-03'))
      .when(deadline(at('2026-12-03')))
      .thenHappens(escalated)
  })

  test('what was said to the officer is not said to the parties', () => {
    given(decider, said(at('2027-01-15')))
      .when(approve)
      .thenHappens([approved, { dueAt: at('2026-12-08') }])
    givenMatch()
      .when(approve)
      .thenHappens([approved, { dueAt: at('2026-12-08') }])
  })
})

test('an answer shows how its time was counted, and its ETag changes with that', async () => {
  const market = await openMarket()
  const { match } = await proposedPair(market)
  assert.deepEqual(
    [match.body.answerBy, match.body.answerByCalendar],
    ['2026-12-01T08:00:00.000Z', { countries: ['CN', 'VN'], standing: 'announced' }],
  )
  assert.match(match.headers.etag ?? '', /^"1-.*\.20261201\.announced"$/)
})
