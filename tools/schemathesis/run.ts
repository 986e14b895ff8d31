import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Role } from '@techbridge/contracts'
import { closingLine, sum, type TestCounts } from '../test-counts.ts'
import { installSchemathesis } from './install.ts'
import { serve } from './serve.ts'

const roles = ['anonymous', 'provider', 'seeker', 'officer', 'admin'] as const satisfies (Role | 'anonymous')[]
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '20261126' } },
})
/** A run is repeated by the seed that it printed. */
const { seed } = values
const unknown = wanted.filter((name) => !roles.includes(name as Role))
if (unknown.length > 0) throw new Error(`No role ${unknown.join(', ')}: ${roles.join(', ')}.`)

interface Report {
  operations: { tested: number }
  failures: { count: number; operations: string[] }[]
  errors: { count: number }[]
}

const program = installSchemathesis()
const folder = mkdtempSync(join(tmpdir(), 'techbridge-schemathesis-'))
for (const file of ['schemathesis.toml', 'hooks.py']) cpSync(join(import.meta.dirname, file), join(folder, file))

/** One role against every operation. What counts as passed: an operation about which no check complained. */
const check = async (role: (typeof roles)[number], url: string, token: string | undefined): Promise<TestCounts> => {
  const report = join(folder, `${role}.json`)
  const options = ['--seed', seed, '--checks', 'all', '--no-color', '--report-json-path', report]
  const auth = token === undefined ? [] : ['--header', `Authorization: Bearer ${token}`]
  const child = spawn(program, ['run', `${url}/openapi.json`, ...options, ...auth], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: folder },
  })
  const [code] = await once(child, 'close')
  const { operations, failures, errors } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const count = (all: { count: number }[]) => all.reduce((total, one) => total + one.count, 0)
  const failed = Math.max(count(failures) + count(errors), code === 0 ? 0 : 1)
  const complained = new Set(failures.flatMap((failure) => failure.operations)).size
  return { passed: operations.tested - complained, failed, skipped: 0 }
}

const counts: TestCounts[] = []
const server = await serve(folder)
try {
  for (const role of roles) {
    if (wanted.length > 0 && !wanted.includes(role)) continue
    const began = performance.now()
    console.log(`schemathesis as ${role}, seed ${seed}`)
    counts.push(await check(role, server.url, role === 'anonymous' ? undefined : await server.tokenOf(role)))
    console.log(`${role}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
const total = sum(counts)
console.log(closingLine(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
