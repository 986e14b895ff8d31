import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clauseNames, explanationLanguages, terms } from '@techbridge/contracts'
import { unreadable } from '@techbridge/typesetter'
import { z } from 'zod'
import type { TermSheet } from '../../src/domain/term-sheet/term-sheet.ts'
import { termSheetPage } from '../../src/paper/term-sheet-page.ts'
import { chosen } from '../../src/paper/values.ts'
import { wordsFor } from '../../src/paper/words/index.ts'
import { need, offer } from '../case-life.ts'
import { termSheets } from './examples.ts'

const ofCase = { need, offer, openedAt: '2026-11-27T08:00:00.000Z' }

const sheetOf = (terms: TermSheet['terms']): TermSheet => ({
  id: `termsheet_${'1'.repeat(24)}`,
  case: `case_${'1'.repeat(24)}`,
  provider: 'a',
  seeker: 'b',
  status: 'negotiating',
  version: 3,
  terms,
  standings: [],
  acceptedBy: [],
  territories: [],
})

/** Every field of the clauses with the values that it may have, from the contract. */
const fieldsIn = (schema: unknown, found = new Map<string, string[]>()): Map<string, string[]> => {
  if (Array.isArray(schema)) for (const one of schema) fieldsIn(one, found)
  else if (schema && typeof schema === 'object') {
    for (const [key, inner] of Object.entries(schema)) {
      if (key === 'properties') {
        for (const [name, field] of Object.entries(Object(inner))) {
          found.set(name, [...(found.get(name) ?? []), ...(Object(field).enum ?? [])])
        }
      }
      fieldsIn(inner, found)
    }
  }
  return found
}

describe('the words of a term sheet on paper', () => {
  const fields = fieldsIn(z.toJSONSchema(terms, { io: 'input', reused: 'inline' }))

  for (const language of explanationLanguages) {
    test(`name every clause, field and choice in ${language}`, () => {
      const inClauses = [...fields.keys()].filter((name) => !clauseNames.some((clause) => clause === name))
      const unnamed = [
        ...clauseNames.filter((clause) => wordsFor([language], 'clause', clause).length === 0),
        ...inClauses.filter((name) => name !== 'currency' && wordsFor([language], 'field', name).length === 0),
        ...[...chosen].flatMap((field) =>
          (fields.get(field) ?? [])
            .filter((value) => wordsFor([language], 'value', value).length === 0)
            .map((value) => `${field}.${value}`),
        ),
      ]
      assert.deepEqual(unnamed, [])
    })

    test(`have letters that the fonts have in ${language}`, () => {
      for (const example of Object.values(termSheets)) {
        const page = termSheetPage(sheetOf(example), ofCase, language)
        assert.deepEqual(unreadable(JSON.stringify(page)), [])
      }
    })
  }

  test('stand beside those of the language that prevails', () => {
    const page = termSheetPage(sheetOf(termSheets.exclusiveLicence), ofCase, 'th')
    assert.deepEqual(page.titles, ['ข้อกำหนดหลักของข้อตกลง', '条款清单'])
    const values = page.sections.flatMap(({ rows }) => rows.flatMap((row) => row.values))
    assert.ok(values.includes('2027年3月1日') && values.includes('1 มีนาคม ค.ศ. 2027'))
    assert.ok(values.includes('600,000.00 CNY'))
  })

  test('are not put in the place of what somebody wrote', () => {
    const terms = { termination: { noticeDays: 30, causes: 'none' } }
    const [section] = termSheetPage(sheetOf(terms), ofCase, 'vi').sections
    assert.deepEqual(section?.rows.at(1)?.values, ['none'])
  })
})
