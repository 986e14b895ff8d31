import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { lookUpLanguage, rangesOf, writtenLanguage } from '../src/index.ts'

describe('the ranges of a tag', () => {
  test('are what begins it, whole subtags alone', () => {
    assert.deepEqual(rangesOf('zh'), ['zh'])
    assert.deepEqual(rangesOf('zh-Hant-TW'), ['zh-Hant-TW', 'zh-Hant', 'zh'])
    assert.deepEqual(rangesOf('sl-rozaj-biske'), ['sl-rozaj-biske', 'sl-rozaj', 'sl'])
    assert.equal(rangesOf('fil').includes('fi'), false)
  })
})

describe('the language to show', () => {
  const cases: [wanted: string, tags: string[], shown: string | undefined][] = [
    ['en', ['zh', 'en'], 'en'],
    ['en', ['zh', 'en-GB'], 'en-GB'],
    ['en-GB', ['zh', 'en'], 'en'],
    ['en-GB', ['en-US', 'en', 'en-GB'], 'en-GB'],
    ['en-GB', ['en-US', 'en'], 'en'],
    ['en-GB', ['zh', 'en-US'], 'en-US'],
    ['zh-Hant-TW', ['zh', 'zh-Hant', 'zh-Hant-HK'], 'zh-Hant'],
    ['zh-Hant-TW', ['zh-CN', 'zh-Hant-HK'], 'zh-Hant-HK'],
    ['zh-hant', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['fi', ['fil'], undefined],
    ['fil', ['fi'], undefined],
    ['km', ['zh', 'en'], undefined],
    ['en', [], undefined],
  ]
  for (const [wanted, tags, shown] of cases) {
    test(`of ${tags.join(', ') || 'none'} for ${wanted} is ${shown}`, () =>
      assert.equal(lookUpLanguage(wanted, tags), shown))
  }

  test('is one of those there are, and found wherever one is of the language', () => {
    const subtags = fc.constantFrom<string[]>(
      'en',
      'zh',
      'zh-Hant',
      'zh-Hant-TW',
      'zh-CN',
      'en-GB',
      'fi',
      'fil',
      'sl-rozaj',
    )
    fc.assert(
      fc.property(subtags, fc.array(subtags), (wanted, tags) => {
        const shown = lookUpLanguage(wanted, tags)
        const alike = tags.filter((tag) => rangesOf(tag).at(-1) === rangesOf(wanted).at(-1))
        assert.ok(alike.length === 0 ? shown === undefined : alike.includes(shown as string))
        if (tags.includes(wanted)) assert.equal(shown, wanted)
      }),
    )
  })
})

test('a written language has a script where that is not the usual one', () => {
  const cases = {
    en: ['en', 'en-GB', 'en-US', 'en-Latn'],
    zh: ['zh', 'zh-CN', 'zh-Hans', 'zh-SG'],
    'zh-Hant': ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-Hant-MO'],
    sr: ['sr', 'sr-Cyrl'],
    'sr-Latn': ['sr-Latn', 'sr-ME'],
    my: ['my', 'my-MM'],
  }
  for (const [written, tags] of Object.entries(cases)) {
    for (const tag of tags) assert.equal(writtenLanguage(tag), written, tag)
  }
})
