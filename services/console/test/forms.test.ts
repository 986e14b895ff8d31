import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { casesApi, matchesApi, needsApi, offersApi } from '@techbridge/contracts'
import fc from 'fast-check'
import { type Field, formOf } from '../src/forms/fields.ts'
import { readField } from '../src/forms/read.ts'
import { renderField } from '../src/forms/render.ts'
import { languages } from '../src/texts/index.ts'
import type { Visit } from '../src/visit.ts'

const visit = { language: 'en', texts: languages.en.texts } as Visit

/** What a browser would send of a form as it is shown, by its names. */
const sentBy = (page: string) => {
  const sent = new Map<string, string[]>()
  const add = (name: string, value: string) => sent.set(name, [...(sent.get(name) ?? []), decoded(value)])
  for (const [, attributes = ''] of page.matchAll(/<input ([^>]*)>/g)) {
    const name = attributes.match(/name="([^"]*)"/)?.[1]
    if (!name || (attributes.includes('type="checkbox"') && !/\schecked/.test(attributes))) continue
    add(name, attributes.match(/value="([^"]*)"/)?.[1] ?? '')
  }
  for (const [, attributes = '', text = ''] of page.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attributes.match(/name="([^"]*)"/)![1]!, text)
  for (const [, attributes = '', inside = ''] of page.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = inside.match(/<option value="([^"]*)"\s+selected/) ?? inside.match(/<option value="([^"]*)"/)
    add(attributes.match(/name="([^"]*)"/)![1]!, chosen?.[1] ?? '')
  }
  return sent
}
const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const shown = async (field: Field, value: unknown) =>
  String(await renderField(field, value, { visit, errors: new Map(), form: 'f', name: 'b', path: '', label: '' }))

/** Values that a form can hold: trimmed texts without carriage returns, lists of lines without commas. */
const word = fc.stringMatching(/^[\p{L}<>"'&]([\p{L} <>"'&]{0,20}[\p{L}<>"'&])?$/u)
const arbitraryOf = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'text':
      return field.date ? fc.constant('2026-11-27') : word
    case 'choice':
      return fc.constantFrom(...field.values)
    case 'number':
      return fc.integer({ min: field.least ?? 0, max: Math.min(field.most ?? 1000, 1000) })
    case 'flag':
      return fc.constant(true)
    case 'choices':
      return fc.subarray([...field.values], { minLength: 1 })
    case 'lines':
      return field.numbers
        ? fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 })
        : fc.array(fc.stringMatching(/^\w{1,9}$/), { minLength: 1 })
    case 'group':
      return fc.record(Object.fromEntries(Object.entries(field.fields).map(([name, one]) => [name, arbitraryOf(one)])))
    case 'several':
      return fc.array(arbitraryOf(field.of), { minLength: 1, maxLength: 3 })
    case 'texts':
      return fc.dictionary(fc.constantFrom('en', 'zh', 'lo', 'my'), arbitraryOf(field.of), { minKeys: 1 })
  }
}

const bodies = [offersApi, needsApi, matchesApi, casesApi].flatMap((api) =>
  Object.entries(api).flatMap(([name, { body, bodyFormat }]) =>
    body && bodyFormat === undefined ? [[`${name} of ${Object.values(api)[0]!.path}`, formOf(body)] as const] : [],
  ),
)

describe('forms made from contracts', () => {
  for (const [name, field] of bodies)
    test(`${name}: what is shown and sent unchanged is what there was`, () =>
      fc.assert(
        fc.asyncProperty(arbitraryOf(field), async (value) => {
          const back = readField(field, 'b', sentBy(await shown(field, value)))
          assert.deepEqual(JSON.parse(JSON.stringify(back)), JSON.parse(JSON.stringify(value)))
        }),
        { numRuns: 30 },
      ))

  test('letters for a number stay as they were written, for the API to refuse', () => {
    const field: Field = { kind: 'number', whole: true, required: true }
    assert.equal(readField(field, 'b', new Map([['b', ['seven']]])), 'seven')
  })

  test('an empty form is an empty body', () => {
    assert.deepEqual(readField(formOf(matchesApi.reject.body!), 'b', new Map()), {})
  })
})
