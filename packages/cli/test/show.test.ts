import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchTable } from '../src/show/match-table.ts'
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
