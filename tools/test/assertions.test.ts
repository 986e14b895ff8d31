import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitAssertions } from '../assertions/count.ts'

const kindsIn = (text: string) => {
  const found: string[] = []
  visitAssertions(text, (kind, line) => found.push(`${line} ${kind}`))
  return found
}

const cases: Record<string, string[]> = {
  'const a = b as C': ['1 as'],
  'const a = b as never': ['1 blind'],
  'const a = b as unknown as C': ['1 blind'],
  'const a = caller as Caller': ['1 blind'],
  'const a = b!.c': ['1 nonNull'],
  'const a = (b: any) => b': ['1 any'],
  'const a = [1] as const': [],
  'const a = b satisfies C': [],
  'const a = !b': [],
  '// as never\nconst a = "b as never"': [],
  'type A = B extends any ? 1 : 2\n\nconst a = (b as C).d!': ['1 any', '3 nonNull', '3 as'],
}

for (const [text, expected] of Object.entries(cases))
  test(`${JSON.stringify(text)} holds ${expected.length} assertions`, () => assert.deepEqual(kindsIn(text), expected))
