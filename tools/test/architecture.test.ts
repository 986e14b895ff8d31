import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { inspect } from '../architecture/inspect.ts'

/** A small tree in which every import is as it should be. */
const sound: Record<string, string> = {
  'packages/contracts/package.json': '{"name":"@techbridge/contracts","exports":{".":"./src/index.ts"}}',
  'packages/contracts/src/index.ts': 'export interface Offer { id: string }',
  'packages/domain/src/index.ts': 'export const now = 1',
  'packages/runtime/src/index.ts': 'export const runtime = 1',
  'packages/http/src/index.ts': "export * from '../../runtime/src/index.ts'",
  'packages/process/src/adapters.ts': "export * from '../../bus/src/sqlite/bus.ts'",
  'packages/sqlite/src/index.ts': "export { DatabaseSync } from 'node:sqlite'",
  'packages/bus/src/sqlite/bus.ts': "export { DatabaseSync as bus } from '../../../sqlite/src/index.ts'",
  'services/offers/src/domain/offer.ts': "export type { Offer } from '@techbridge/contracts'",
  'services/offers/src/domain/decide.ts':
    "export type * from './offer.ts'\nexport * from '../../../../packages/domain/src/index.ts'",
  'services/offers/src/usecases/publish.ts': "export * from '../domain/decide.ts'",
  'services/offers/src/entry/http.ts': "export * from '../usecases/publish.ts'",
  'services/offers/src/service.ts': "export * from './entry/http.ts'",
  'services/offers/src/main.ts': "export * from './service.ts'",
  'services/needs/src/service.ts': 'export const needs = 1',
  'infra/local/src/index.ts': "export * from '../../../services/offers/src/service.ts'",
  'bench/src/servers/bare.ts': "import 'node:sqlite'",
  'bench/src/servers/techbridge.ts': 'export const measured = 1',
  'packages/bus/src/kafka/bus.ts': 'export const kafka = 1',
  'packages/store/src/mongo/store.ts': 'export const mongo = 1',
  'packages/index/src/elastic/indexes.ts': 'export const elastic = 1',
}

/** One import too many in a file, and the rule that it breaks. */
const planted: [rule: string, file: string, line: string][] = [
  ['no-service-to-service', 'services/offers/src/service.ts', "import '../../needs/src/service.ts'"],
  ['packages-below-services', 'packages/process/src/adapters.ts', "import '../../../services/needs/src/service.ts'"],
  ['packages-below-services', 'packages/process/src/adapters.ts', "import '../../../infra/local/src/index.ts'"],
  ['services-below-infra', 'services/needs/src/service.ts', "import '../../../infra/local/src/index.ts'"],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import '../usecases/publish.ts'"],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import '../entry/http.ts'"],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import 'node:fs'"],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import { randomUUID } from 'node:crypto'"],
  [
    'pure-domain',
    'services/offers/src/domain/decide.ts',
    "import type { bus } from '../../../../packages/bus/src/sqlite/bus.ts'",
  ],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import '../../../../packages/process/src/adapters.ts'"],
  ['pure-domain', 'services/offers/src/domain/decide.ts', "import express from 'express'"],
  ['pure-domain-package', 'packages/domain/src/index.ts', "import 'node:fs'"],
  ['runtime-below-http', 'packages/runtime/src/index.ts', "import '../../http/src/index.ts'"],
  ['process-is-outermost', 'packages/http/src/index.ts', "import '../../process/src/adapters.ts'"],
  [
    'process-is-outermost',
    'services/offers/src/entry/http.ts',
    "import '../../../../packages/process/src/adapters.ts'",
  ],
  ['process-is-outermost', 'services/offers/src/service.ts', "import '../../../packages/process/src/adapters.ts'"],
  ['usecases-below-entry', 'services/offers/src/usecases/publish.ts', "import '../entry/http.ts'"],
  ['usecases-below-entry', 'services/offers/src/usecases/publish.ts', "import '../service.ts'"],
  ['main-is-a-root', 'infra/local/src/index.ts', "import '../../../services/offers/src/main.ts'"],
  [
    'adapters-are-chosen-in-one-place',
    'services/needs/src/service.ts',
    "import '../../../packages/bus/src/sqlite/bus.ts'",
  ],
  [
    'adapters-are-chosen-in-one-place',
    'services/needs/src/service.ts',
    "import '../../../packages/sqlite/src/index.ts'",
  ],
  ...['bus/src/kafka/bus.ts', 'store/src/mongo/store.ts', 'index/src/elastic/indexes.ts'].map(
    (adapter): [string, string, string] => [
      'adapters-are-chosen-in-one-place',
      'services/needs/src/service.ts',
      `import '../../../packages/${adapter}'`,
    ],
  ),
  ['sqlite-in-its-package', 'packages/bus/src/sqlite/bus.ts', "import 'node:sqlite'"],
  ['sqlite-in-its-package', 'bench/src/servers/techbridge.ts', "import 'node:sqlite'"],
  ['no-circular', 'services/offers/src/domain/decide.ts', "import './more.ts'"],
  ['no-cycle-of-packages', 'packages/sqlite/src/index.ts', "export { kafka } from '../../bus/src/kafka/bus.ts'"],
  ['no-unresolvable', 'services/needs/src/service.ts', "import './nowhere.ts'"],
]

describe('the rules for imports', () => {
  let root: string
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const brokenRules = async () => {
    const { violations } = await inspect(root, ['packages', 'services', 'infra', 'bench'])
    return new Set(violations.map(({ rule }) => rule))
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'architecture-'))
    for (const [file, text] of Object.entries(sound)) write(file, text)
    mkdirSync(join(root, 'node_modules/@techbridge'), { recursive: true })
    symlinkSync(join(root, 'packages/contracts'), join(root, 'node_modules/@techbridge/contracts'))
    write('node_modules/express/index.js', '')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('find nothing wrong with a sound tree, and read all of it', async () => {
    const { modules, violations } = await inspect(root, ['packages', 'services', 'infra', 'bench'])
    assert.deepEqual(violations, [])
    assert.equal(modules, Object.keys(sound).length - 1)
  })

  for (const [rule, file, line] of planted) {
    it(`${rule}: ${file} must not say ${line}`, async () => {
      write('services/offers/src/domain/more.ts', "export * from './decide.ts'")
      write(file, `${line}\n${sound[file]}`)
      assert.ok((await brokenRules()).has(rule))
    })
  }
})
