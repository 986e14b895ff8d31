import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { concepts as conceptsIn } from '../src/index.ts'
import { conceptById, concepts } from '../src/lexicon/index.ts'
import { type Language, languages, table } from '../src/lexicon/table.ts'
import { formsOf } from '../src/names.ts'
import { wordsOf } from '../src/words.ts'

const all = concepts.flatMap((concept) =>
  languages.flatMap((language) => (concept.names[language] ?? []).map((name) => ({ concept, language, name }))),
)
const none = (broken: string[]) => assert.deepEqual(broken, [])

describe('the lexicon', () => {
  test('has an id of its own for each concept', () => {
    assert.equal(conceptById.size, concepts.length)
    none(concepts.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)).map(({ id }) => id))
  })

  test('names every concept in English, Chinese, Thai, Vietnamese and Indonesian', () => {
    const needed = ['en', 'zh', 'th', 'vi', 'id'] as const
    none(concepts.flatMap(({ id, names }) => needed.filter((language) => !names[language]).map((l) => `${id} ${l}`)))
  })

  test('gives no name of a language to two concepts', () => {
    const owner = new Map<string, string>()
    const broken: string[] = []
    for (const { concept, language, name } of all) {
      for (const form of formsOf(name, language)) {
        const key = `${language}: ${form}`
        const other = owner.get(key)
        if (other !== undefined && other !== concept.id) broken.push(`${key} is ${other} and ${concept.id}`)
        owner.set(key, concept.id)
      }
    }
    none(broken)
  })

  test('has the broader concepts that it names, and none that is broader than itself', () => {
    const broken: string[] = []
    for (const concept of concepts) {
      const above = new Set(concept.broader)
      for (const id of above) {
        if (!conceptById.has(id)) broken.push(`${concept.id} < ${id}, which there is not`)
        for (const next of conceptById.get(id)?.broader ?? []) above.add(next)
      }
      if (above.has(concept.id)) broken.push(`${concept.id} is broader than itself`)
    }
    none(broken)
  })

  test('is written in the letters of each language, composed', () => {
    const letters: Record<Language, RegExp> = {
      en: /^[\p{ASCII}]+$/u,
      id: /^[\p{ASCII}]+$/u,
      vi: /^[\p{Script=Latin}\p{M}\d\s\-.]+$/u,
      zh: /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z\d-]+$/u,
      th: /^(?=.*\p{Script=Thai})[\p{Script=Thai}A-Za-z\d\s\-.]+$/u,
      lo: /^(?=.*\p{Script=Lao})[\p{Script=Lao}A-Za-z\d\s\-.]+$/u,
      km: /^(?=.*\p{Script=Khmer})[\p{Script=Khmer}A-Za-z\d\s\-.]+$/u,
      my: /^(?=.*\p{Script=Myanmar})[\p{Script=Myanmar}A-Za-z\d\s\-.]+$/u,
    }
    none(
      all
        .filter(({ language, name }) => !letters[language].test(name) || name !== name.normalize('NFC'))
        .map(({ concept, language, name }) => `${concept.id} ${language} ${name}`),
    )
  })

  test('has no name without a word', () => {
    none(all.filter(({ name }) => wordsOf(name).length === 0).map(({ concept, name }) => `${concept.id} ${name}`))
  })

  test('finds every name, alone and in a sentence', () => {
    const around: Record<Language, [before: string, after: string]> = {
      en: ['This concerns the ', ' of which we heard.'],
      id: ['Ini tentang ', ' yang dibutuhkan.'],
      vi: ['Chúng tôi nói về ', ', theo đó.'],
      zh: ['关于“', '”。'],
      th: ['เรื่อง “', '” นี้'],
      lo: ['ກ່ຽວກັບ “', '” ນີ້'],
      km: ['អំពី « ', ' » នេះ'],
      my: ['ဤအရာသည် “', '” ဖြစ်သည်။'],
    }
    const broken: string[] = []
    for (const { concept, language, name } of all) {
      const written = name.replace(/!$/, '')
      const [before, after] = around[language]
      for (const text of [written, `${before}${written}${after}`]) {
        const found = conceptsIn(text, language).map(({ term }) => term)
        if (!found.includes(`concept:${concept.id}`)) broken.push(`${concept.id} ${language} ${text}: ${found}`)
      }
    }
    none(broken)
  })
})

describe('a table', () => {
  test('has columns by language, names with semicolons, and marks for speakers', () => {
    assert.deepEqual(
      table('\nrice-mill < mill, rice | rice mill; rice miller | 碾米 |  | xay xát | | ໂຮງສີ?; ໂຮງສີເຂົ້າ\n'),
      [
        {
          id: 'rice-mill',
          broader: ['mill', 'rice'],
          names: { en: ['rice mill', 'rice miller'], zh: ['碾米'], vi: ['xay xát'], lo: ['ໂຮງສີ', 'ໂຮງສີເຂົ້າ'] },
          unchecked: ['ໂຮງສີ'],
        },
      ],
    )
  })

  test('with a column too many is refused', () => {
    assert.throws(() => table('rice | a | b | c | d | e | f | g | h | i'), /Concept rice: more columns/)
  })
})
