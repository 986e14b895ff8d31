import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { freePort } from '@techbridge/testkit'

const run = promisify(execFile)
const root = new URL('../../../', import.meta.url).pathname
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'techbridge-readme-'))

/** The README as a newcomer follows it: `npm start`, then every bash block in one shell, then the demo. */
const script = [...readme.matchAll(/^```bash\n(.*?)^```/gms)].map(([, block]) => block).join('\n')

let server: ChildProcess
let url: string

before(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = spawn('npm', ['start', '--', '--port', String(port), '--data', join(folder, 'data')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const text of server.stdout!) {
    printed += text
    if (printed.includes('Stop with Ctrl+C')) break
  }
  assert.match(printed, /score.*need.*offer.*why/s, 'npm start prints the table of matches')
  assert.match(printed, /0\.\d\d/, 'with scores in it')
  assert.ok(printed.includes(`${url}/docs`), 'and where the API docs are')
})

after(() => {
  process.kill(-server.pid!, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('the commands of the README lead from two profiles to a licensing case', async () => {
  const own = script.replace('TB=http://127.0.0.1:8080', `TB=${url}`)
  assert.notEqual(own, script)
  const { stdout } = await run('bash', ['-e', '-c', own], { cwd: folder, maxBuffer: 10_000_000 })
  assert.ok(!stdout.includes('"type":"urn:techbridge:problem'), `no step is refused:\n${stdout}`)
  const match = JSON.parse(readFileSync(join(folder, 'match.json'), 'utf8')).items[0]
  assert.equal(match.status, 'proposed')
  assert.ok(match.features.length >= 5 && match.features.every(({ why }: { why: string }) => why.length > 0))
  assert.ok(
    match.features.some(({ terms }: { terms?: { offer: string }[] }) => terms?.some(({ offer }) => offer === '榴莲')),
    'the explanation names what the Chinese offer and the English need share',
  )
  assert.match(stdout, /"status":"agreed"/)
  assert.match(stdout, /"status":"opened"/)
  assert.match(stdout, /techbridge\.case\.opened\.v1/)
  assert.match(
    stdout,
    /基于<mark>近红外光谱<\/mark>|基于近红外光谱的<mark>榴莲<\/mark>|<mark>榴莲<\/mark>/,
    'search finds the offer',
  )
  for (const type of ['need.published', 'match.approved', 'match.accepted', 'match.agreed', 'case.opened']) {
    assert.match(stdout, new RegExp(`event: techbridge\\.${type}\\.v1`), `the stream has ${type}`)
  }
  assert.ok(!stdout.includes('event: techbridge.match.proposed.v1'), 'but nothing that a seeker must not see')
})

test('npx techbridge demo plays the story to its end', async () => {
  const { stdout } = await run('npx', ['techbridge', 'demo', '--url', url], { cwd: root, maxBuffer: 10_000_000 })
  assert.match(stdout, /case/i)
})

test('what is kept in the data folder is for its owner alone', () => {
  const data = join(folder, 'data')
  const open = readdirSync(data).filter((name) => (statSync(join(data, name)).mode & 0o077) !== 0)
  assert.deepEqual([statSync(data).mode & 0o777, open], [0o700, []])
})
