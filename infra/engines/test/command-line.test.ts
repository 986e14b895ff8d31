import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './temporary.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const run = (args: string[], environment: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('wrong usage is said in one line', () => {
  for (const [args, message] of [
    [[], /^the command is one of up, down, status, logs; see --help\n$/],
    [['constructor'], /^the command is one of/],
    [['up', 'redis'], /^redis is none of kafka, elasticsearch, mongodb\n$/],
    [['up', '--kafka-port', '70000'], /^70000 is no port\n$/],
    [['up', '--kafka-port', ''], /^ is no port\n$/],
    [['up', '--port', '1'], /^Unknown option '--port'/],
  ] as const) {
    const { status, stderr, stdout } = run([...args])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, message)
  }
})

test('--help tells the commands', () => assert.match(run(['--help']).stdout, /status {3}show pid, port/))

test('up names what is missing and starts nothing', (t) => {
  const empty = temporaryFolder(t)
  const { status, stderr } = run(['up', '--data', join(empty, 'data')], {
    PATH: empty,
    TECHBRIDGE_ENGINES_CACHE: empty,
  })
  assert.equal(status, 2)
  for (const name of ['Java', 'Maven', 'Cargo', 'CMake', 'Ninja', 'A C compiler'])
    assert.match(stderr, new RegExp(`^${name}.* is missing: .* \\(.*\\)$`, 'm'))
})

test('what was never started is down, has no log and can be taken down', (t) => {
  const data = ['--data', temporaryFolder(t)]
  assert.match(run(['status', ...data]).stdout, /^kafka +down\nelasticsearch +down\nmongodb +down\n$/)
  assert.equal(run(['down', 'kafka', ...data]).stdout, 'Apache Kafka 4.4.0 was not up\n')
  assert.equal(run(['logs', 'kafka', ...data]).status, 0)
})
