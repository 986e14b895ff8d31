import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { searchApi } from '@techbridge/contracts'
import { toCloudEvent } from '@techbridge/runtime'
import { callers, organisations, type Who } from '@techbridge/testkit'
import { streamView } from '../src/domain/stream-view.ts'
import { happenings } from './happenings.ts'

/** `named`: which organisation, what is public of it, and no reason. */
type Level = 'full' | 'uncounted' | 'abstract' | 'ending' | 'named' | 'nothing' | keyof typeof hidden

/** What is kept from a party of a case: a reason, what an officer found, a burden of the offer. */
const hidden = {
  unreasoned: ['reason'],
  cleared: ['reason', 'finding'],
  unencumbered: ['encumbrance'],
} as const
const isHiding = (level: Level): level is keyof typeof hidden => level in hidden
type Row = Record<Who, Level>

const row = (levels: Partial<Row>, others: Level = 'nothing'): Row => ({
  provider: others,
  otherProvider: others,
  seeker: others,
  otherSeeker: others,
  officer: 'full',
  admin: 'full',
  ...levels,
})
const officers = row({})
const parties = row({ provider: 'full', seeker: 'full' })
/** Steps of a match go before that parties do not hear of. */
const uncounted = row({ provider: 'uncounted', seeker: 'uncounted' })
const ofOffer = (others: Level = 'nothing') => row({ provider: 'full' }, others)
const ofNeed = (others: Level = 'nothing') => row({ seeker: 'full' }, others)

/**
 * Who sees what happens to an offer of `provider`, a need of `seeker`, a match of both, and their case. An event without a
 * row must be seen as `usually` says; one with another audience fails until it has a row.
 */
const table: Record<string, Row> = {
  'offer drafted': ofOffer(),
  'offer edited': ofOffer(),
  'offer submitted': ofOffer(),
  'offer contact-data-allowed': ofOffer(),
  'offer returned': ofOffer(),
  'offer rejected': ofOffer(),
  'offer published': ofOffer('abstract'),
  'offer renewed': ofOffer('abstract'),
  'offer withdrawn': ofOffer(),
  'offer withdrawn, public': ofOffer('ending'),
  'offer organisation-renamed': ofOffer('abstract'),
  'offer expiry-reminder-sent': ofOffer(),
  'offer expired': ofOffer('ending'),
  'offer archived': ofOffer(),
  'need drafted': ofNeed(),
  'need edited': ofNeed(),
  'need submitted': ofNeed(),
  'need contact-data-allowed': ofNeed(),
  'need returned': ofNeed(),
  'need rejected': ofNeed(),
  'need published': ofNeed('abstract'),
  'need renewed': ofNeed('abstract'),
  'need withdrawn': ofNeed(),
  'need withdrawn, public': ofNeed('ending'),
  'need organisation-renamed': ofNeed('abstract'),
  'need expiry-reminder-sent': ofNeed(),
  'need expired': ofNeed('ending'),
  'need archived': ofNeed(),
  'match proposed': officers,
  'match rescored': officers,
  'match approved': uncounted,
  'match released': officers,
  'match rejected': officers,
  'match accepted': uncounted,
  'match declined': uncounted,
  'match agreed': uncounted,
  'match reminded': officers,
  'match reminded, parties': uncounted,
  'match escalated': officers,
  'match organisation-renamed': officers,
  'match organisation-renamed, disclosed': uncounted,
  'match lapsed': officers,
  'match lapsed, disclosed': uncounted,
  'case opened': parties,
  'case nda-drafted': parties,
  'case nda-signed': parties,
  'case negotiation-started': parties,
  'case agreement-signed': parties,
  'case organisation-renamed': parties,
  'case activated': parties,
  'case adopted': parties,
  'case deal-selected': parties,
  'case evaluation-started': parties,
  'case evaluation-ended': parties,
  'case clearance-started': parties,
  'case act-cleared': row({ provider: 'cleared', seeker: 'cleared' }),
  'case clearance-revoked': row({ provider: 'cleared', seeker: 'cleared' }),
  'case review-requested': parties,
  'case review-passed': parties,
  'case approved': parties,
  'case returned': parties,
  'case approvals-voided': parties,
  'case signature-withdrawn': parties,
  'case recorded': parties,
  'case recordal-waived': parties,
  'case term-fixed': parties,
  'case amendment-requested': parties,
  'case amendment-withdrawn': parties,
  'case paused': parties,
  'case resumed': parties,
  'case dispute-raised': parties,
  'case dispute-settled': parties,
  'case completed': parties,
  'case expired': parties,
  'case encumbrance-declared': row({ provider: 'full', seeker: 'unencumbered' }),
  'case encumbrances-affirmed': parties,
  'case encumbrance-settled': row({ provider: 'full', seeker: 'unreasoned' }),
  'case indicator-planned': parties,
  'case indicator-reported': parties,
  'case indicator-missed': parties,
  'case indicator-escalated': parties,
  'case indicator-waived': parties,
  'case reminded': parties,
  'case escalated': parties,
  'termsheet proposed': parties,
  'termsheet countered': parties,
  'termsheet clauses-agreed': parties,
  'termsheet accepted': parties,
  'termsheet acceptances-voided': parties,
  'document started': parties,
  'document announced': parties,
  'document received': parties,
  'document upload-ended': parties,
  'document opened': row({ provider: 'full' }),
  'case terminated': row({ provider: 'unreasoned', seeker: 'unreasoned' }),
  'organisation registered': ofOffer(),
  'organisation edited': ofOffer(),
  'organisation edited, public': ofOffer('named'),
  'organisation parent-named': ofOffer(),
  'organisation parent-confirmed': ofOffer(),
  'organisation parent-removed': ofOffer(),
  'organisation document-submitted': ofOffer(),
  'organisation document-refused': ofOffer(),
  'organisation evidence-accepted': ofOffer('named'),
  'organisation renewal-reminder-sent': ofOffer(),
  'organisation evidence-ended': ofOffer(),
  'organisation evidence-ended, public': ofOffer('named'),
  'organisation domain-released': ofOffer(),
  'organisation suspended': ofOffer(),
  'organisation suspended, public': ofOffer('named'),
  'organisation reinstated': ofOffer(),
  'organisation merged': ofOffer(),
  'organisation merged, public': ofOffer('named'),
  'organisation unmerged': ofOffer(),
  'organisation unmerged, public': ofOffer('named'),
  'organisation absorbed': ofOffer(),
  'domain claimed': officers,
  'domain released': officers,
  'roster opened': officers,
  'roster invited': officers,
  'roster invitation-revoked': officers,
  'roster invitation-lapsed': officers,
  'roster joined': officers,
  'roster requested': officers,
  'roster request-refused': officers,
  'roster key-issued': officers,
  'roster key-used': officers,
  'roster key-revoked': officers,
  'roster mandate-granted': officers,
  'roster mandate-withdrawn': officers,
  'roster roles-changed': officers,
  'roster membership-ended': officers,
}

const usually: Record<string, Row> = { offer: ofOffer(), need: ofNeed(), match: officers, case: parties }

const eventOf = (name: string, anonymous = false) => {
  const { contract, data } = happenings(anonymous).get(name)!
  const by = { subject: 'test', role: 'system' } as const
  const trace = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
  return toCloudEvent('test', data.id, { seq: 1, type: contract.type, at: '2026-11-24T08:00:00.000Z', by, data, trace })
}

const hide = () => 'hidden'

const secrets = ['Business licence', 'Emitters', 'Water saved', 'Sixty per cent', '"price"', '"budget"', 'because']

test('the table has nothing that cannot happen', () => {
  const possible = [...happenings().keys()]
  assert.deepEqual(
    Object.keys(table).filter((name) => !possible.includes(name)),
    [],
  )
})

for (const name of happenings().keys()) {
  const levels = table[name] ?? usually[name.split(' ', 1)[0] ?? ''] ?? assert.fail(`who sees ${name}?`)
  test(`${name}: ${Object.entries(levels).map(([who, level]) => `${who} ${level}`)}`, () => {
    const event = eventOf(name)
    for (const [who, level] of Object.entries(levels) as [Who, Level][]) {
      const seen = streamView(event, callers[who], hide)
      if (level === 'nothing') assert.equal(seen, undefined, who)
      else if (level === 'full') assert.deepEqual(seen, event, who)
      else if (level === 'uncounted') {
        const { sequence, traceparent, ...rest } = event
        assert.deepEqual(seen, { ...rest, id: 'hidden' }, who)
      } else if (isHiding(level)) {
        const kept = Object.entries(event.data as object).filter(
          ([field]) => !hidden[level].some((one) => one === field),
        )
        assert.deepEqual(seen, { ...event, data: Object.fromEntries(kept) }, who)
      } else {
        const { data, ...envelope } = searchApi.stream.response.parse(seen)
        const { sequence, traceparent, ...counting } = event
        assert.deepEqual(
          { ...envelope, data: event.data },
          { ...counting, id: 'hidden', time: '2026-11-24T00:00:00.000Z' },
          'the envelope does not count, and tells neither the exact time nor the trace',
        )
        const text = JSON.stringify(data)
        assert.deepEqual(
          secrets.filter((secret) => text.includes(secret)),
          [],
          who,
        )
        if (level === 'named') assert.ok(text.includes('dianchi-university') && !text.includes('wasPublic'))
        else if (level === 'ending')
          assert.deepEqual(Object.keys(data as object).toSorted(), ['id', 'reference', 'type'])
        else assert.ok(text.includes('"title"') && text.includes('"organisation"'))
      }
    }
  })
}

describe('an anonymous organisation', () => {
  const names = (text: string) =>
    [organisations.university, organisations.cooperative].filter(
      ({ id, name }) => text.includes(id) || text.includes(name),
    )
  const seenBy = (name: string, who: Who) => names(JSON.stringify(streamView(eventOf(name, true), callers[who], hide)))

  test('is not named to others by its publications', () => {
    for (const name of ['offer published', 'offer renewed', 'need published', 'need renewed']) {
      assert.deepEqual(seenBy(name, 'otherProvider'), [])
      assert.deepEqual(seenBy(name, 'otherSeeker'), [])
      assert.equal(seenBy(name, 'officer').length, 1)
    }
    assert.deepEqual(seenBy('offer published', 'provider'), [organisations.university])
    assert.deepEqual(seenBy('need published', 'seeker'), [organisations.cooperative])
  })

  test('is renamed without a word to others', () => {
    for (const name of ['offer organisation-renamed', 'need organisation-renamed']) {
      const seen = (['otherProvider', 'otherSeeker'] as const).map((who) =>
        streamView(eventOf(name, true), callers[who], hide),
      )
      assert.deepEqual(seen, [undefined, undefined])
    }
  })

  test('is not named to the other party before the agreement', () => {
    for (const [name, levels] of Object.entries(table)) {
      if (!name.startsWith('match') || levels.provider === 'nothing') continue
      const both = name === 'match agreed' ? [organisations.university, organisations.cooperative] : undefined
      assert.deepEqual(seenBy(name, 'provider'), both ?? [organisations.university], name)
      assert.deepEqual(seenBy(name, 'seeker'), both ?? [organisations.cooperative], name)
    }
    assert.equal(seenBy('case opened', 'provider').length, 2)
  })
})

test('the text of a refusal is for officers and for the side that wrote it', () => {
  const event = eventOf('match declined')
  const data = { ...(event.data as object), party: 'seeker', refusal: { code: 'other', text: 'Not reliable.' } }
  const refusalSeen = (who: Who) => (streamView({ ...event, data }, callers[who], hide)!.data as typeof data).refusal
  assert.deepEqual(refusalSeen('provider'), { code: 'other' })
  for (const who of ['seeker', 'officer'] as const) assert.deepEqual(refusalSeen(who), data.refusal)
})

test('the reason of a termination is for officers and for the side that gave it', () => {
  const event = eventOf('case terminated')
  for (const by of ['officer', 'provider', 'seeker', undefined] as const) {
    const data = { ...(event.data as object), reason: 'Not reliable.', by }
    for (const who of ['officer', 'provider', 'seeker'] as const) {
      const seen = streamView({ ...event, data }, callers[who], hide)!.data as typeof data
      assert.equal(seen.reason, who === 'officer' || who === by ? data.reason : undefined)
      assert.equal(seen.by, by)
    }
  }
})

test('the patents of an anonymous offer are seen by its owner and officers alone', () => {
  const seen = (anonymous: boolean, who: Who) =>
    JSON.stringify(streamView(eventOf('offer published', anonymous), callers[who], hide)).includes('CN129901144B')
  assert.deepEqual([seen(true, 'otherSeeker'), seen(false, 'otherSeeker')], [false, true])
  assert.deepEqual([seen(true, 'provider'), seen(true, 'officer')], [true, true])
})

test('roles of one organisation are kept apart', () => {
  const colleague = { ...callers.provider, role: 'seeker' as const }
  assert.equal(streamView(eventOf('offer drafted'), colleague, hide), undefined)
  assert.equal(streamView(eventOf('match approved'), colleague, hide), undefined)
  assert.equal(streamView(eventOf('case opened'), colleague, hide), undefined)
})
