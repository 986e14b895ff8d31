import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { differenceOf, plainKept, refusalOf, toPlainLine, toPlainText } from '../src/index.ts'

const fragments = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<b>',
    '</b>',
    '<b ',
    'b',
    '<p>',
    '<li>',
    '<ul>',
    '<ol>',
    '</ol>',
    '<br>',
    '<td>',
    '<sup>',
    '</sup>',
    '<sub>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</script>',
    '<a href="',
    '"',
    "'",
    '=',
    'x',
    ' ',
    '\n',
    '\t',
    '-',
    '-\n',
    '&',
    ';',
    'lt',
  ],
  ...[
    'amp',
    '&amp;',
    '&lt;',
    '&#60;',
    '&#x202e;',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '#',
    '# ',
    '[',
    '](',
    ')',
    '(',
    '!',
    '![a](http://b)',
    '|',
    '---',
  ],
  ...[
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u202e',
    '\ufb01',
    '\uf0b7',
    '\u00a0',
    '\x0b',
    '\x02',
    '\x13',
    '\x15',
    '·',
    'o   ',
    'word',
    'ភាសា',
    '2',
    '{',
    '}',
    'mso-',
  ],
  ...['HYPERLINK "', '[1]: http://a', '\r\n', '(cid:127)', '(cid:3)', '{\\rtf1'],
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const runs = { numRuns: 1000 }

describe('making text plain', () => {
  it('changes plain text no more', () =>
    fc.assert(
      fc.property(text, (given) => {
        assert.equal(toPlainText(toPlainText(given)), toPlainText(given))
        assert.equal(toPlainLine(toPlainLine(given)), toPlainLine(given))
      }),
      runs,
    ))

  it('leaves words alone', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}\p{N},.;:!?()%+/]{1,12}$/u), { minLength: 1 }), (words) => {
        const given = words.join(' ')
        assert.equal(toPlainText(given), given.trim())
      }),
    ))

  it('leaves nothing that is refused in texts that were kept, and makes none empty or longer', () =>
    fc.assert(
      fc.property(text, (given) => {
        const kept = plainKept(given) as string
        assert.equal(refusalOf(kept), undefined)
        assert.ok(kept.length <= Math.max(given.length, 1))
        assert.ok(kept !== '' || given === '')
        assert.equal(toPlainText(kept), kept)
      }),
      runs,
    ))

  it('is told in bounded words', () =>
    fc.assert(fc.property(text, text, (given, made) => JSON.stringify(differenceOf(given, made) ?? '').length < 1000)))
})

/** What would take quadratic time if anything were looked for again and again. Minutes then; no time is measured. */
const worst = [
  '<',
  '<b>',
  '<a ',
  '<a b="',
  '<a b=\'<a b="',
  '<!--',
  '<script>',
  '<sup>',
  '<ul><li>',
  '&amp;',
  '&',
  '*a',
  '**a ',
  '[',
  '[a](',
  '![a](',
]
  .concat([
    '`a',
    '# ',
    '#',
    ' \n',
    '\n',
    '\u200b',
    'x\u200b',
    '\uf0b7',
    '{mso-',
    'x<td>',
    'HYPERLINK "',
    '[a]: http',
    '<![CDATA[',
    'ab-\n',
    '\x13',
    'o   ',
    '_a ',
  ])
  .map((part) => part.repeat(600_000 / part.length))
  .concat([
    `<a${' '.repeat(600_000)}`,
    `a{${'mso-'.repeat(150_000)}`,
    `·${' '.repeat(600_000)}\n·`,
    `<a ${'x=1/'.repeat(150_000)} "`,
    `<a ${'x=1/y '.repeat(100_000)} "`,
    `<a b=${'x/'.repeat(300_000)}"`,
    `${'<'.repeat(200_000)}${'b>'.repeat(200_000)}`,
    `# a${'#'.repeat(600_000)}`,
    `[a](http://${'('.repeat(600_000)}`,
  ])

describe('the worst texts', () => {
  it('are made plain in bounded work', () => {
    for (const given of worst) assert.equal(typeof toPlainText(given), 'string')
  })
})

const data = join(import.meta.dirname, '../../../../shared/data')
const records = (file: string): Record<string, unknown>[] => {
  const content = readFileSync(join(data, file), 'utf8')
  return file.endsWith('.jsonl')
    ? content
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : JSON.parse(content)
}

describe('real catalogues', { skip: existsSync(data) ? false : 'skipped: no shared data here' }, () => {
  it('lose no word', () => {
    const words = (given: string) => given.match(/[a-z]{3,}/gi)?.length ?? 0
    for (const file of ['sbir/needs.jsonl', 'sbir/offers.jsonl', 'nasa-software/catalog.json']) {
      const texts = Object.values(records(file))
        .flat()
        .flatMap((record) => Object.values(record as object))
        .filter((value) => typeof value === 'string')
      assert.ok(texts.length > 500, file)
      for (const given of texts) {
        const plain = toPlainText(given)
        if (/\xad|&\w+;|[\ue000-\uf8ff]/.test(given)) continue
        assert.equal(words(plain), words(given), JSON.stringify(differenceOf(given, plain) ?? ''))
      }
    }
  })
})
