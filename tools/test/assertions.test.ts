import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertionsIn } from '../assertions/count.ts'

const cases: Record<string, string[]> = {
  'const a = b as C': ['as'],
  'const a = b as never': ['blind'],
  'const a = b as unknown as C': ['blind'],
  'const a = caller as Caller': ['blind'],
  'const a = b!.c': ['nonNull'],
  'const a = (b: any) => b': ['any'],
  'const a = [1] as const': [],
  'const a = b satisfies C': [],
  'const a = !b': [],
  '// as never\nconst a = "b as never"': [],
  'type A = B extends any ? 1 : 2\n\nconst a = (b as C).d!': ['any', 'nonNull', 'as'],
}

for (const [text, expected] of Object.entries(cases))
  test(`${JSON.stringify(text)} holds ${expected.length} assertions`, () =>
    assert.deepEqual(assertionsIn(text), expected))
