import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerContent } from '@techbridge/testkit'
import { type Places, sharedPhrases, type Word } from '../src/domain/phrases.ts'
import { analyseProfile } from '../src/domain/profile.ts'
import { publishedOffer } from './pairs.ts'

/** Counts how often it is asked what stands at a place. */
class CountedPlaces extends Map<number, Word> implements Places {
  asked = 0
  override get(place: number) {
    this.asked += 1
    return super.get(place)
  }
}

const wordOf = (term: string, places: number[]): Word => ({
  term,
  need: term,
  offer: term,
  weight: 1,
  rare: 1,
  needUse: [places.length, term, places],
  offerUse: [places.length, term, places],
})

test('two words in turn, in both texts, are gone through once', () => {
  const times = 2000
  const even = Array.from({ length: times }, (_, n) => 2 * n)
  const words = [
    wordOf('zorbik', even),
    wordOf(
      'quallat',
      even.map((place) => place + 1),
    ),
  ]
  const said = words.flatMap((word) => word.needUse[2]?.map((place): [number, Word] => [place, word]) ?? [])
  const [need, offer] = [new CountedPlaces(said), new CountedPlaces(said)]
  const phrases = sharedPhrases(need, offer).map((phrase) => phrase.map(({ term }) => term).join(' '))
  assert.equal(phrases.length, 8)
  assert.ok(phrases.includes('zorbik quallat zorbik quallat zorbik'))
  assert.ok(need.asked + offer.asked <= 2 * said.length * 4, `${need.asked + offer.asked} for ${said.length} places`)
})

test('of a word that is repeated without end all uses count, and the first places are kept', () => {
  const usesOf = (times: number) => {
    const texts = { en: { title: 'Zorbik', summary: '…', description: 'zorbik '.repeat(times) } }
    const { languages } = analyseProfile(publishedOffer(offerContent({ texts, keywords: {} })))
    return languages.en?.terms.zorbik ?? [0, '']
  }
  const [few, many] = [usesOf(30), usesOf(300)]
  assert.deepEqual([few[0], few[2]?.length], [31, 31])
  assert.deepEqual([many[0], many[2]?.length], [301, 50])
  assert.deepEqual(many[2]?.slice(0, 31), few[2])
})
