import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Ways to tell the compiler what it cannot see. `blind` are `as never`, `as unknown as …` and the narrowing of a caller. */
export interface Counts {
  as: number
  blind: number
  nonNull: number
  any: number
}

const blindTypes = new Set(['never', 'Caller'])

/** What a node asserts. `as const` and `satisfies` assert nothing; the `as unknown` within `as unknown as …` counts with it. */
const kindOf = (node: ts.Node): keyof Counts | undefined => {
  if (ts.isNonNullExpression(node)) return 'nonNull'
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any'
  if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return undefined
  if (node.type.kind === ts.SyntaxKind.UnknownKeyword) return undefined
  const throughUnknown =
    ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
  return throughUnknown || blindTypes.has(node.type.getText()) ? 'blind' : 'as'
}

/** Counts the assertions of one file; `found` hears of each with its line, from 1. */
export const visitAssertions = (text: string, found: (kind: keyof Counts, line: number) => void) => {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    const kind = kindOf(node)
    if (kind) found(kind, file.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(file)
}

/** The assertions in the production code of services and packages below `root`, and where each stands. */
export const countAssertions = (root: string) => {
  const counts: Counts = { as: 0, blind: 0, nonNull: 0, any: 0 }
  const places: Record<keyof Counts, string[]> = { as: [], blind: [], nonNull: [], any: [] }
  const files = globSync('{packages,services}/*/src/**/*.ts', {
    cwd: root,
    exclude: ['**/conformance/**', 'packages/testkit/**'],
  })
  for (const file of files.sort())
    visitAssertions(readFileSync(join(root, file), 'utf8'), (kind, line) => {
      counts[kind] += 1
      places[kind].push(`${file}:${line}`)
    })
  return { counts, places }
}
