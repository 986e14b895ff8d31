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

/** Kinds of the assertions in the text of a file, in order. */
export const assertionsIn = (text: string): (keyof Counts)[] => {
  const found: (keyof Counts)[] = []
  const visit = (node: ts.Node): void => {
    const kind = kindOf(node)
    if (kind) found.push(kind)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

/** How many assertions the production code of services and packages below `root` holds. */
export const countAssertions = (root: string): Counts => {
  const counts: Counts = { as: 0, blind: 0, nonNull: 0, any: 0 }
  const files = globSync('{packages,services}/*/src/**/*.ts', {
    cwd: root,
    exclude: ['**/conformance/**', 'packages/testkit/**'],
  })
  for (const file of files) for (const kind of assertionsIn(readFileSync(join(root, file), 'utf8'))) counts[kind] += 1
  return counts
}
