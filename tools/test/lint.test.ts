import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  const adapters = {
    '@techbridge/bus': 'openSqliteBus',
    '@techbridge/bus/kafka': 'openKafkaBus',
    '@techbridge/store': 'openSqliteStore',
    '@techbridge/store/mongo': 'openMongoStore',
    '@techbridge/index': 'openFts5Indexes',
    '@techbridge/index/elastic': 'openElasticIndexes',
  }
  for (const [from, opener] of Object.entries(adapters)) {
    it(`lets services and packages take no ${opener}`, () => {
      const text = `import { ${opener} } from '${from}'\n\n${opener}({})\n`
      for (const folder of ['services/offers', 'packages/http', 'infra/local']) {
        mkdirSync(join(tree, folder, 'src'), { recursive: true })
        writeFileSync(join(tree, folder, 'src/chosen.ts'), text)
      }
      assert.deepEqual(findings('services/offers/src/chosen.ts'), ['lint/style/noRestrictedImports'])
      assert.deepEqual(findings('packages/http/src/chosen.ts'), ['lint/style/noRestrictedImports'])
      assert.deepEqual(findings('infra/local/src/chosen.ts'), [])
    })
  }

  after(() => rmSync(tree, { recursive: true }))

  it('reports a promise from another file that nobody awaits', () => {
    assert.deepEqual(findings('floating.ts'), ['lint/nursery/noFloatingPromises'])
    assert.deepEqual(findings('awaited.ts'), [])
  })
})
