import assert from 'node:assert/strict'
import { test } from 'node:test'
import { highlight, terms } from '../src/index.ts'

const plain = (fragment: string) => fragment.replaceAll(/<\/?mark>/g, '')
const filler = (words: number) => Array.from({ length: words }, (_, i) => `word${i % 10}`).join(' ')

test('what is found stands in marks, in the form that the text has', () => {
  assert.deepEqual(highlight('Drying paddies', 'en', terms('dried paddy', 'en')), [
    '<mark>Drying</mark> <mark>paddies</mark>',
  ])
  assert.deepEqual(highlight('บำบัดน้ำเสียหมู่บ้าน', 'th', ['concept:wastewater']), ['<mark>บำบัดน้ำเสีย</mark>หมู่บ้าน'])
})

test('the text is escaped, inside and outside of the marks', () => {
  assert.deepEqual(highlight('<b>AT&T "pump"</b> <script>', 'en', ['pump']), [
    '&lt;b&gt;AT&amp;T &quot;<mark>pump</mark>&quot;&lt;/b&gt; &lt;script&gt;',
  ])
  assert.deepEqual(highlight('a <mark>pump</mark>', 'en', ['pump']), ['a &lt;mark&gt;<mark>pump</mark>&lt;/mark&gt;'])
})

test('overlapping terms become one mark, terms side by side two', () => {
  assert.deepEqual(highlight('waste water treatment', 'en', ['wast', 'water', 'concept:wastewater']), [
    '<mark>waste water treatment</mark>',
  ])
  assert.deepEqual(highlight('waste water', 'en', ['wast', 'water']), ['<mark>waste</mark> <mark>water</mark>'])
})

test('a short text is one fragment, whole', () => {
  const text = 'A pump that needs no battery.'
  assert.equal(plain(highlight(text, 'en', ['pump'])[0]!), text)
})

test('a fragment is about as long as asked for and cut between words', () => {
  const text = `${filler(60)} pump ${filler(60)}`
  for (const length of [40, 80, 160]) {
    const fragment = plain(highlight(text, 'en', ['pump'], { length })[0]!)
    assert.ok(fragment.length > length - 16 && fragment.length <= length, fragment)
    assert.match(fragment, /^word\d.* pump .*word\d$/)
  }
})

test('a fragment at the start or the end of the text takes its room from the other side', () => {
  const [first] = highlight(`pump ${filler(60)}`, 'en', ['pump'], { length: 80 })
  const [last] = highlight(`${filler(60)} pump`, 'en', ['pump'], { length: 80 })
  for (const fragment of [first!, last!]) assert.ok(plain(fragment).length > 64, fragment)
})

test('a match longer than the fragment is shown whole', () => {
  assert.deepEqual(highlight('xx waste water treatment xx', 'en', ['concept:wastewater'], { length: 5 }), [
    '<mark>waste water treatment</mark>',
  ])
})

test('there are up to three fragments, in order and without overlap', () => {
  const text = ['alpha', 'beta', 'gamma', 'delta'].map((name) => `${filler(20)} ${name} pump ${filler(20)}`).join(' ')
  const fragments = highlight(text, 'en', ['pump'], { length: 60 }).map(plain)
  assert.equal(fragments.length, 3)
  let from = 0
  for (const fragment of fragments) {
    const at = text.indexOf(fragment, from)
    assert.ok(at >= from, fragment)
    from = at + fragment.length
  }
  assert.match(fragments[0]!, /alpha pump/)
  assert.match(fragments[2]!, /gamma pump/)
})

test('nothing found gives no fragment', () => {
  assert.deepEqual(highlight('A pump', 'en', ['boat']), [])
  assert.deepEqual(highlight('A pump', 'en', []), [])
  assert.deepEqual(highlight('', 'en', ['pump']), [])
})

test('the language is detected when it is not given', () => {
  assert.deepEqual(highlight('The pump is for drying', undefined, ['dri']), ['The pump is for <mark>drying</mark>'])
})
