import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concepts as conceptsIn } from '../src/index.ts'
import { conceptById, concepts } from '../src/lexicon/index.ts'
import { type Concept, languages, table } from '../src/lexicon/table.ts'
import { isLatin, pathOf } from '../src/phrases.ts'

const phrases = concepts.flatMap((concept) =>
  languages.flatMap((language) => (concept.phrases[language] ?? []).map((phrase) => ({ concept, language, phrase }))),
)
const none = (broken: string[]) => assert.deepEqual(broken, [])

test('there are at least 220 concepts, each with an id of its own', () => {
  assert.ok(concepts.length >= 220, `${concepts.length}`)
  assert.equal(conceptById.size, concepts.length)
  none(concepts.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)).map(({ id }) => id))
})

test('every concept has a name in English and in at least five other languages', () => {
  none(concepts.filter(({ phrases }) => !phrases.en || Object.keys(phrases).length < 6).map(({ id }) => id))
})

test('no phrase of a language belongs to two concepts', () => {
  const owner = new Map<string, string>()
  const broken: string[] = []
  for (const { concept, language, phrase } of phrases) {
    const key = `${language}: ${pathOf(phrase, language).join(isLatin(language) ? ' ' : '')}`
    const other = owner.get(key)
    if (other !== undefined && other !== concept.id) broken.push(`${key} is ${other} and ${concept.id}`)
    owner.set(key, concept.id)
  }
  none(broken)
})

test('broader concepts exist, and none is broader than itself', () => {
  const broken: string[] = []
  for (const concept of concepts) {
    const path = new Set<string>()
    for (let at: Concept | undefined = concept; at; at = at.broader ? conceptById.get(at.broader) : undefined) {
      if (path.has(at.id)) {
        broken.push(`${concept.id} comes back to ${at.id}`)
        break
      }
      path.add(at.id)
      if (at.broader && !conceptById.has(at.broader)) broken.push(`${at.id} < ${at.broader}`)
    }
  }
  none(broken)
})

const letters = {
  en: /^[\p{ASCII}]+$/u,
  id: /^[\p{ASCII}]+$/u,
  vi: /^[\p{Script=Latin}\p{M}\d\s\-.]+$/u,
  zh: /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z\d-]+$/u,
  th: /^(?=.*\p{Script=Thai})[\p{Script=Thai}A-Za-z\d\s\-.]+$/u,
  lo: /^(?=.*\p{Script=Lao})[\p{Script=Lao}A-Za-z\d\s\-.]+$/u,
  km: /^(?=.*\p{Script=Khmer})[\p{Script=Khmer}A-Za-z\d\s\-.]+$/u,
  my: /^(?=.*\p{Script=Myanmar})[\p{Script=Myanmar}A-Za-z\d\s\-.]+$/u,
}
test('phrases are written in the letters of their language, composed', () => {
  none(
    phrases
      .filter(({ language, phrase }) => !letters[language].test(phrase) || phrase !== phrase.normalize('NFC'))
      .map(({ concept, language, phrase }) => `${concept.id} ${language} ${phrase}`),
  )
})

test('Burmese is in the order of Unicode, not in that of the Zawgyi font', () => {
  // Zawgyi writes the vowel e and the medial ra before their consonant, and puts extra forms at U+1060 and on.
  const zawgyi = /(^|[^\u1000-\u1021\u103b-\u103e\u1039])\u1031|[\u1060-\u1097]|\u1039(?![\u1000-\u1021])/
  none(phrases.filter(({ language, phrase }) => language === 'my' && zawgyi.test(phrase)).map(({ phrase }) => phrase))
})

test('every phrase is found as its concept, in a text of its language', () => {
  none(
    phrases
      .filter(({ concept, language, phrase }) => {
        const [first] = conceptsIn(phrase, language)
        return first?.term !== `concept:${concept.id}` || first.end !== phrase.length
      })
      .map(({ concept, language, phrase }) => `${concept.id} ${language} ${phrase}`),
  )
})

test('a line of the table gives a concept, and a line with an unknown language is refused', () => {
  assert.deepEqual(table('\nwind-turbine < wind | en wind turbine, windmill | th กังหันลม\n'), [
    { id: 'wind-turbine', broader: 'wind', phrases: { en: ['wind turbine', 'windmill'], th: ['กังหันลม'] } },
  ])
  assert.throws(() => table('wind | en wind | xx vento'), /Concept wind: no language in "xx vento"/)
})
