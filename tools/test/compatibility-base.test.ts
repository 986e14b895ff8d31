import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { history } from '../compatibility/base.ts'
import type { EventDocument } from '../compatibility/events.ts'

const documentOf = (...types: string[]): EventDocument => ({
  channels: {},
  components: { messages: Object.fromEntries(types.map((type) => [type, { payload: {} }])), schemas: {} },
})

const [first, second, third] = [documentOf('one'), documentOf('one', 'two'), documentOf('one', 'two', 'three')] as const

describe('the base of the comparison', () => {
  let root: string
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  const earlier = () => history<EventDocument>(root, 'docs/api/asyncapi.json')
  const write = (document: EventDocument) =>
    writeFileSync(join(root, 'docs/api/asyncapi.json'), JSON.stringify(document))
  const commit = (document?: EventDocument) => {
    if (document) write(document)
    git('add', '.')
    git('commit', '--allow-empty', '-q', '-m', 'change')
    return git('rev-parse', 'HEAD')
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'base-'))
    mkdirSync(join(root, 'docs/api'), { recursive: true })
    git('init', '-q', '-b', 'main')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('is nothing before the first commit, and after it', () => {
    assert.equal(earlier().base(first), undefined)
    commit(first)
    assert.equal(earlier().base(first), undefined)
  })

  it('is HEAD while a change on main is being written', () => {
    const head = commit(first)
    assert.deepEqual(earlier().base(second), { ref: head, document: first })
  })

  it('is the newest commit that differs once the change is in, however many commits ago that was', () => {
    const before = commit(first)
    commit(second)
    commit()
    assert.deepEqual(earlier().base(second), { ref: before, document: first })
  })

  it('is where a branch left main, not what happened in the branch', () => {
    const left = commit(first)
    git('switch', '-q', '-c', 'branch')
    commit(second)
    assert.deepEqual(earlier().base(third), { ref: left, document: first })
  })

  it('reads the version of a commit that is named', () => {
    const before = commit(first)
    commit(second)
    assert.deepEqual(earlier().at(before), first)
    assert.equal(earlier().at('no-such-ref'), undefined)
  })
})
