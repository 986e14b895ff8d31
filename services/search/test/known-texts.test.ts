import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '@techbridge/text'
import { createKnownTexts } from '../src/domain/known-texts.ts'

const listing = (id: string, title: string, summary = '') => ({ id, texts: { en: { title, summary } } })
const said = (text: string) => ({ text, tokens: analyse(text, 'en') })

test('the texts of a listing are those that it has now', () => {
  const texts = createKnownTexts()
  const first = texts(listing('offer_1', 'Solar pumps', 'They lift water.'), 'en')
  assert.deepEqual(first, [said('Solar pumps'), said('They lift water.')])
  assert.equal(texts(listing('offer_1', 'Solar pumps', 'They lift water.'), 'en'), first)
  assert.deepEqual(texts(listing('offer_1', 'Wind pumps', 'They lift water.'), 'en')[0], said('Wind pumps'))
  assert.deepEqual(texts(listing('offer_1', 'Solar pumps', 'They lift water.'), 'vi')[0], { text: '', tokens: [] })
})

test('those that were not asked for longest are let go', () => {
  const texts = createKnownTexts(2 * analyse('Solar pumps', 'en').length)
  const ask = (id: string) => texts(listing(id, 'Solar pumps'), 'en')
  const [one, other] = [ask('1'), ask('2')]
  assert.equal(ask('1'), one)
  ask('3')
  assert.equal(ask('1'), one, 'was asked for since')
  assert.notEqual(ask('2'), other)
})
