import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { rowOf, serviceNames, subscriptions, topics } from '@techbridge/contracts'
import { decisionIndex, readDecisions } from '../docs/decisions.ts'
import { brokenReferences } from '../docs/markdown.ts'
import { readmeWithPicture } from '../docs/system-picture.ts'

const backup = readFileSync(join(import.meta.dirname, '../../docs/operations/backup.md'), 'utf8')

let tree: string
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'documentation-'))
})
afterEach(() => rmSync(tree, { recursive: true, force: true }))

describe('decisions', () => {
  const sound =
    '# 1. Use ports\n\nStatus: accepted, 2026-11-24. Amended by 2.\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Alternatives\n\nx\n\n## Consequences\n\nx\n'
  const problems = (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) write(file, text)
    return readDecisions(tree).problems
  }

  it('with status, date and alternatives are listed', () => {
    assert.deepEqual(problems({ '0001-use-ports.md': sound, 'README.md': 'anything' }), [])
    assert.match(decisionIndex(tree), /\| 1 \| \[Use ports\]\(0001-use-ports\.md\) \| accepted \| 2026-11-24 \|/)
  })

  const broken: [what: string, file: string, text: string, problem: RegExp][] = [
    ['no status', '0001-a.md', sound.replace('Status: accepted', 'Accepted'), /write "Status: accepted/],
    ['an unknown status', '0001-a.md', sound.replace('accepted', 'done'), /write "Status: accepted/],
    ['no date', '0001-a.md', sound.replace(', 2026-11-24', ''), /write "Status: accepted/],
    ['a date that does not exist', '0001-a.md', sound.replace('11-24', '13-41'), /write "Status: accepted/],
    ['no alternatives', '0001-a.md', sound.replace('## Alternatives', 'Alternatives'), /"## Alternatives" is missing/],
    ['another number in the heading', '0002-a.md', sound, /must be "# 2\. Title"/],
    ['no number in its name', 'use-ports.md', sound, /name it NNNN-title\.md/],
  ]
  for (const [what, file, text, problem] of broken)
    it(`with ${what} are reported`, () => assert.match(problems({ [file]: text }).join('\n'), problem))

  it('with the same number are reported', () =>
    assert.match(problems({ '0001-a.md': sound, '0001-b.md': sound }).join('\n'), /another decision has the number 1/))
})

describe('references in Markdown', () => {
  it('to files, headings, addresses and paths that exist are fine', () => {
    write(
      'docs/a.md',
      '# The “first”, and *best*\n\n[b](../b.md) [here](#the-first-and-best) [web](https://example.org/x)\n',
    )
    write('b.md', '[a](docs/a.md#the-first-and-best) `docs/a.md` `docs/NAME/*.md` `npm run docs`\n')
    write('node_modules/x/README.md', '[gone](gone.md)\n')
    write('code.md', '```md\n[gone](gone.md) `docs/gone.md`\n```\n')
    assert.deepEqual(brokenReferences(tree), [])
  })

  it('that lead nowhere are reported with their file', () => {
    write('docs/a.md', '# Title\n\n[b](b.md) [here](#another) `docs/b.ts`\n')
    assert.deepEqual(brokenReferences(tree), [
      'docs/a.md: b.md does not exist',
      'docs/a.md: #another does not exist',
      'docs/a.md: docs/b.ts does not exist',
    ])
  })
})

describe('how to make a backup', () => {
  it('stops every service that writes records', () => {
    const step = /^1\. Stop all writers: scale (.*?) to 0/ms.exec(backup)?.[1] ?? ''
    for (const name of serviceNames)
      assert.equal(step.includes(`\`${name}\``), Object.keys(rowOf(name)!.publishes).length > 0, name)
  })
})

describe('the picture in the README', () => {
  it('has every service, topic and reader of the topology', () => {
    const picture = readmeWithPicture().split('<!-- end -->')[0] as string
    for (const [topic, { publisher }] of Object.entries(topics)) {
      assert.match(picture, new RegExp(`^ +${publisher}$`, 'm'))
      assert.ok(picture.includes(`${publisher} --> ${topic.replace('.', '_')}\n`), topic)
    }
    for (const { topic, service, reader } of subscriptions)
      assert.ok(picture.includes(`${topic.replace('.', '_')} -.-> ${service}\n`), `${reader} ${topic}`)
  })
})
