import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, test } from 'node:test'
import { missingTools } from '../src/index.ts'
import { temporaryFolder } from './temporary.ts'

let path: string
beforeEach((t) => {
  path = temporaryFolder(t as never)
  process.env.TECHBRIDGE_ENGINES_CACHE = join(path, 'empty-cache')
})
const put = (name: string, says = '') =>
  writeFileSync(join(path, name), `#!/bin/sh\ncat >&2 <<'END'\n${says}\nEND\n`, { mode: 0o755 })
const saysJava = (version: string) => `    java.home = /jdk\n    java.specification.version = ${version}\n`
const firstWords = (lines: string[]) => lines.map((line) => line.replace(/ (is .*)?missing: .*/, ''))

test('each missing tool is named once, with the reason and the cure', () => {
  const lines = missingTools(['kafka', 'mongodb'], path)
  assert.deepEqual(firstWords(lines), ['Java 17 or later', 'Maven', 'Cargo', 'CMake', 'Ninja', 'A C compiler'])
  assert.equal(
    lines[0],
    'Java 17 or later is missing: Kafka and Elasticsearch run on it (apt-get install openjdk-17-jre-headless)',
  )
})

test('nothing is missing when the tools are there', () => {
  put('java', saysJava('21'))
  for (const name of ['mvn', 'cargo', 'cmake', 'ninja', 'clang', 'setpriv']) put(name)
  assert.deepEqual(missingTools(undefined, path), [])
})

test('Go is missed for the proxy alone', () => {
  assert.deepEqual(missingTools(['toxiproxy'], path), [
    'Go is missing: the proxy for a bad network, the S3 server and the checks of the deployment files are compiled with it, once (https://go.dev/dl)',
  ])
  put('go')
  assert.deepEqual(missingTools(['toxiproxy'], path), [])
})

test('an old Java is not enough, and is named', () => {
  put('mvn')
  put('java', saysJava('1.8'))
  assert.match(missingTools(['kafka'], path).join(), /Java 17 or later is needed, but .*java is version 1\.8:/)
  put('java', saysJava('11'))
  assert.match(missingTools(['kafka'], path).join(), /java is version 11:/)
  put('java', 'cannot run')
  assert.match(missingTools(['kafka'], path).join(), /java is not a Java that runs:/)
})

test('a file that cannot be run is no tool', () => {
  put('java', saysJava('17'))
  writeFileSync(join(path, 'mvn'), '', { mode: 0o644 })
  assert.deepEqual(firstWords(missingTools(['kafka'], path)), ['Maven'])
})
