import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const root = join(import.meta.dirname, '../..')

describe('the linter', () => {
  let tree: string
  const findings = (name: string) => {
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--reporter=json', name], {
      cwd: tree,
      encoding: 'utf8',
    })
    return (JSON.parse(stdout).diagnostics as { category: string }[]).map(({ category }) => category)
  }

  before(() => {
    tree = mkdtempSync(join(tmpdir(), 'lint-'))
    for (const file of ['biome.json', '.gitignore']) copyFileSync(join(root, file), join(tree, file))
    writeFileSync(join(tree, 'work.ts'), 'export const work = async () => 1\n')
    writeFileSync(join(tree, 'floating.ts'), "import { work } from './work.ts'\n\nwork()\n")
    writeFileSync(join(tree, 'awaited.ts'), "import { work } from './work.ts'\n\nawait work()\n")
  })
  after(() => rmSync(tree, { recursive: true }))

  it('reports a promise from another file that nobody awaits', () => {
    assert.deepEqual(findings('floating.ts'), ['lint/nursery/noFloatingPromises'])
    assert.deepEqual(findings('awaited.ts'), [])
  })
})
