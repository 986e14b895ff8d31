import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { html } from 'hono/html'
import { isOwnForm, ownPath } from '../src/guard.ts'
import { layout } from '../src/layout.ts'
import { createSessions } from '../src/sessions.ts'
import { en } from '../src/texts/en.ts'
import { fill, languages, preferred } from '../src/texts/index.ts'
import type { Visit } from '../src/visit.ts'

const organisation = { id: 'x', name: 'X', country: 'CN', kind: 'university' } as const
const session = { token: 't', role: 'provider' as const, organisation, endsAt: 10 }

describe('the words of the console', () => {
  for (const [tag, { texts }] of Object.entries(languages))
    test(`${tag} has each of them, with the same places to fill in`, () => {
      const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
      for (const [key, text] of Object.entries(en)) {
        const own = texts[key as keyof typeof en]
        assert.ok(own.trim().length > 0, key)
        assert.deepEqual(placesOf(own), placesOf(text), key)
      }
    })

  test('a language is chosen by the first that is known', () => {
    assert.equal(preferred('de-DE, zh-Hant;q=0.9, en'), 'zh')
    assert.equal(preferred('xx'), 'en')
    assert.equal(preferred(undefined), 'en')
  })

  test('what is filled in is not filled in again', () => assert.equal(fill('{a} {b}', { a: '{b}', b: 1 }), '{b} 1'))
})

describe('what a stranger may send', () => {
  test('no path leads to another site', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('//x', '/\\x', '/\t/x', '/.//x', '/a/..//x', 'http://x', '/a?b=//c')),
        (given) => {
          const path = ownPath(given)
          assert.equal(new URL(path, 'http://here').origin, 'http://here')
          assert.match(path, /^\/(?!\/)/)
        },
      ),
    ))

  test('a form counts as own only when its browser says so', () => {
    const from = (headers: Record<string, string>) => isOwnForm((name) => headers[name])
    assert.equal(from({ 'sec-fetch-site': 'same-origin' }), true)
    assert.equal(from({ 'sec-fetch-site': 'cross-site', origin: 'http://a', host: 'a' }), false)
    assert.equal(from({ origin: 'http://a', host: 'a' }), true)
    assert.equal(from({ origin: 'null', host: 'a' }), false)
    assert.equal(from({ host: 'a' }), false)
  })

  test('no text becomes markup, wherever it stands', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const hostile = `"'><script>${text}</script>`
        const named = { ...session, organisation: { ...organisation, name: hostile } }
        const visit = { session: named, language: 'en', texts: en, here: `/${hostile}` } as unknown as Visit
        const page = String(await layout(visit, { title: hostile, body: html`<p>${hostile}</p>` }))
        assert.doesNotMatch(page, /<script>/)
        assert.doesNotMatch(page, /"'>/)
      }),
    ))
})

describe('sessions', () => {
  test('end with their token, and when somebody signs out', () => {
    let now = 0
    const sessions = createSessions(() => now)
    const [one, other] = [sessions.begin(session), sessions.begin(session)]
    assert.notEqual(one, other)
    assert.equal(sessions.find(one)?.token, 't')
    sessions.end(other)
    assert.equal(sessions.find(other), undefined)
    now = 10
    assert.equal(sessions.find(one), undefined)
  })

  test('are bounded in number: the oldest give way', () => {
    const sessions = createSessions(() => 0, 2)
    const ids = [1, 2, 3].map(() => sessions.begin(session))
    assert.deepEqual(
      ids.map((id) => sessions.find(id) !== undefined),
      [false, true, true],
    )
  })
})
