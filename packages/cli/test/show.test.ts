import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseTable } from '../src/show/case-table.ts'
import { explanationText } from '../src/show/explanation.ts'
import { fairnessText } from '../src/show/fairness.ts'
import { matchTable } from '../src/show/match-table.ts'
import { learningText, modelsText } from '../src/show/models.ts'
import { brief, marked, plain } from '../src/show/text.ts'

describe('text of others', () => {
  test('cannot steer the terminal', () => {
    assert.equal(plain('a\u001b[2Jb\u001b]0;title\u0007c\u0000d\ne'), 'abc d\ne')
    assert.equal(brief('one\n two  three', 9), 'one two …')
  })

  test('shows what was found in brackets where there is no terminal', () => {
    assert.equal(marked('a &lt;b&gt; <mark>c &amp; d</mark> &amp;lt;'), 'a <b> [c & d] &lt;')
  })
})

test('a table of matches shows both sides, the strongest reasons and, if asked, the id', () => {
  const feature = (name: string, contribution: number) => ({
    name,
    contribution,
    weight: 1,
    value: contribution,
    why: `Why ${name}.`,
  })
  const match = {
    id: 'match_1',
    status: 'proposed',
    score: 0.615,
    need: { title: 'Durian drying', organisation: { country: 'TH' } },
    offer: { title: '榴莲烘干' },
    answerBy: '2027-01-05T09:30:00.000Z',
    answerByCalendar: { countries: ['CN', 'TH'], standing: 'projected' },
    features: [feature('trl', 0.1), feature('text', 0.4), feature('concepts', 0.2)],
  }
  const table = matchTable([match as never], { withIds: true })
  for (const part of [
    '0.61',
    'TH Durian drying',
    '– 榴莲烘干',
    'proposed match_1',
    'answer by 2027-01-05, provisional',
    'Why text. Why concepts.',
  ]) {
    assert.ok(table.includes(part), part)
  }
  assert.ok(!table.includes('Why trl'))
  assert.ok(!matchTable([match as never]).includes('match_1'))
})

test('an explanation shows what each reason is worth and where its terms stand', () => {
  const match = { status: 'proposed' as const, need: { title: 'Drying durian' }, offer: { title: '榴莲烘干\u001b[2J' } }
  const place = { field: 'summary' as const, language: 'en', start: 3, end: 9 }
  const term = {
    term: 'durian',
    need: 'durian',
    offer: '榴莲',
    share: 0.2,
    needPlaces: [place, place],
    offerPlaces: [],
  }
  const said = { code: 'x', params: {} }
  const text = explanationText(match as never, {
    language: 'lo',
    draft: true,
    score: 0.5,
    reasons: [{ ...said, feature: 'text', name: 'Words', share: 0.5, text: 'Both mention it.', terms: [term] }],
    against: [{ ...said, lost: 0.1, text: 'TRL 4.' }],
    missing: [{ ...said, text: 'No price.' }],
    changes: [{ ...said, change: -0.2, text: 'Without it' }],
  })
  for (const part of [
    'proposed, score 0.50; in lo, a draft',
    '+0.50  Words: Both mention it.',
    'durian = 榴莲 +0.20: need summary.en:3–9 and 1 more, offer –',
    '−0.10  TRL 4.',
    'No price.',
    '−0.20  Without it',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`)
  assert.ok(!text.includes('\u001b'))
})

test('a table of cases shows both sides, and who is awaited for what until when', () => {
  const one = {
    id: 'case_1',
    status: 'signature',
    dealType: 'option',
    need: { title: 'Durian drying', organisation: { country: 'TH' } },
    offer: { title: '榴莲烘干', organisation: { country: 'CN' } },
    awaited: {
      who: ['provider'],
      actions: ['sign'],
      dueAt: '2027-01-05T09:30:00.000Z',
      calendar: { countries: ['CN', 'TH'], standing: 'projected' },
      escalatedAt: '2027-01-06T09:30:00.000Z',
    },
  }
  const table = caseTable([one as never, { ...one, awaited: undefined } as never])
  for (const part of [
    'signature',
    'option',
    'case_1',
    'TH Durian drying',
    'CN 榴莲烘干',
    'provider: sign',
    'by 2027-01-05, provisional',
    'escalated on 2027-01-06',
    '│ –',
  ]) {
    assert.ok(table.includes(part), part)
  }
})

test('a report of fairness shows intervals and names what is withheld', () => {
  const rate = { of: 40, count: 20, share: 0.5, low: 0.352, high: 0.648 }
  const table = { measure: 'approval' as const, side: 'provider' as const, by: 'country' as const }
  const text = fairnessText({
    least: 5,
    tables: [
      { ...table, total: rate, groups: [{ group: 'CN', ...rate }], withheld: ['LA', 'TH'] },
      { ...table, by: 'kind', total: undefined, groups: [], withheld: ['agency'] },
    ],
  })
  for (const part of ['CN', '20 of 40', '50 %', '35 % to 65 %', 'LA, TH', 'agency', 'groups with 1 to 4'])
    assert.ok(text.includes(part), part)
  assert.match(text, /Exposure[^\n]*\nNothing to count yet/)
})

test('what was learnt is told with its interval, and what to do next', () => {
  const report = { labelled: { right: 90, wrong: 40 }, heldBack: 43, accepted: true, why: 'It is better.' }
  const gain = { mean: 0.12, low: 0.03, high: 0.2 }
  assert.equal(
    learningText({ ...report, gain }, undefined),
    [
      'Decisions on relevance: 90 right, 40 wrong.',
      'Log likelihood of each of 43 that were held back: +0.120 (95 %: +0.030 to +0.200).',
      'It is better.',
      'Nothing was installed: repeat it with --shadow or --install.',
    ].join('\n'),
  )
  assert.match(learningText({ ...report, model: 'learnt-1' }, 'shadow'), /learnt-1 is the shadow from now on\.$/)
  assert.doesNotMatch(learningText({ ...report, accepted: false }, 'current'), /install/)
})

test('models are listed with what each is, and matches as both score them', () => {
  const text = modelsText({
    current: 'learnt-1',
    former: ['shipped-1'],
    shadow: 'learnt-2',
    versions: ['shipped-1', 'learnt-1', 'learnt-2', 'learnt-3'].map((version) => ({
      version,
      fittedOn: ['decisions'],
    })),
    beside: [{ match: 'match_1', score: 0.4, shadow: 0.625 }],
  })
  assert.match(text, /^shipped-1 \(former\)\n {2}decisions\nlearnt-1 \(current\)\n/)
  assert.match(text, /learnt-2 \(shadow\)/)
  assert.match(text, /learnt-3\n/)
  assert.match(text, /match_1 {2}0\.40, by the shadow 0\.63$/)
})
