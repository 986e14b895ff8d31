import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from '@techbridge/client'
import { caseEvents, matchEvents, offersApi, type Topic, topics } from '@techbridge/contracts'
import { openAdapters } from '@techbridge/process'
import { type Running, startService } from '@techbridge/testkit'
import { pino } from 'pino'
import { loadSample } from '../src/load-sample.ts'
import { sampleOffers } from '../src/sample.ts'
import { services } from '../src/services.ts'
import { victimOn } from './victim.ts'

const bin = join(import.meta.dirname, '../../../packages/cli/bin/techbridge.js')
const folder = mkdtempSync(join(tmpdir(), 'techbridge-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the program; `ended` has its exit code and what it wrote. */
const techbridge = (url: string, ...args: string[]) => {
  const { TECHBRIDGE_TOKEN: _, ...env } = process.env
  const child: ChildProcess = spawn(process.execPath, [bin, ...args, '--url', url], { env })
  let stdout = ''
  let stderr = ''
  child.stdout!.on('data', (text) => {
    stdout += text
  })
  child.stderr!.on('data', (text) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, stdout, stderr }))
  return { child, ended }
}

const institute = { id: 'many-offers-institute', name: 'Many Offers Institute', country: 'CN', kind: 'university' }
const { content } = sampleOffers[0]!
const ndjson = (name: string, count: number) => {
  const file = join(folder, name)
  const lines = Array.from({ length: count }, (_, place) => JSON.stringify({ key: `k${place}`, content }))
  writeFileSync(file, lines.join('\n'))
  return file
}
const reportOf = (file: string) => {
  const report = `${file}.report.ndjson`
  if (!existsSync(report)) return []
  const lines = readFileSync(report, 'utf8').split('\n').slice(0, -1)
  return lines.map(
    (line) => JSON.parse(line) as { row: number; id: string; outcome: string; changed?: { message: string }[] },
  )
}

describe('the program', () => {
  let system: Running
  const run = (...args: string[]) => techbridge(system.url, ...args).ended
  before(async () => {
    system = await startService(services)
    await loadSample(createClient(system.url, await system.token('officer')), folder)
  })
  after(() => system.close())

  test('plays the demo, again and again', async () => {
    for (let round = 1; round <= 2; round++) {
      const { code, stdout, stderr } = await run('demo')
      assert.deepEqual([code, stderr], [0, ''])
      for (const told of [
        matchEvents.proposed,
        matchEvents.agreed,
        caseEvents.opened,
        caseEvents.negotiationStarted,
        caseEvents.activated,
      ]) {
        assert.ok(stdout.includes(`« ${told.type}`), told.type)
      }
      assert.match(stdout, /score 0\.\d\d, because\n( {5}\w+ +0\.\d\d = 0\.\d\d × [01]\.\d\d {2}.+\n){6}/)
      assert.match(stdout, /1 {2}\S+ {2}techbridge\.case\.opened\.v1 {2}system licensing/)
    }
    const opened = (await system.events()).filter(({ type }) => type === caseEvents.opened.type)
    assert.equal(opened.length, 2)
  })

  test('finds, lists, rebuilds and has no dead letters', async () => {
    const found = await run('search', 'ระบบน้ำหยด สวนทุเรียน', '--kind', 'offer', '--country', 'CN,TH')
    assert.equal(found.code, 0)
    assert.match(found.stdout, / of \d+ found [\s\S]+^TOCN\d+ {2}丘陵果园/m)
    const narrowed = await run('search', '"โรคใบด่าง" -ทุเรียน', '--ipc', 'A01', '--sort', 'oldest')
    assert.equal(narrowed.code, 0)
    const matches = await run('matches', '--status', 'agreed')
    assert.match(matches.stdout, /agreed match_[0-9a-f]{24}/)
    const cases = await run('cases', '--status', 'active')
    assert.match(cases.stdout, /active[\s\S]+case_[0-9a-f]{24}/)
    assert.match((await run('rebuild', 'search')).stdout, /^Rebuilt search from \d+ events\.\n$/)
    assert.match((await run('rebuild', 'matching')).stdout, /^Rebuilt matching from \d+ events\.\n$/)
    assert.equal((await run('dead-letters')).stdout, 'No dead letters.\n')
  })

  test('says what was wrong with a request, and exits with 1', async () => {
    const { code, stderr } = await run('search', 'x', '--country', 'XX')
    assert.equal(code, 1)
    assert.match(stderr, /^Bad request \(400\): .+\n {2}query\.country\.0: /)
    const forged = await run('matches', '--token', 'forged')
    assert.equal(forged.code, 1)
    assert.match(forged.stderr, /Not signed in \(401\)[\s\S]+--token/)
  })

  test('imports a CSV, refuses bad rows by their field and exits with 1', async () => {
    const file = join(folder, 'offers.csv')
    const header = 'key,type,language,title,summary,description,sector,trl,stage,ipStatus,dealTypes,territories'
    const row = (key: string, trl: string) => `${key},TO,zh,滴灌,摘要,说明,A,${trl},labTested,none,option;knowHow,TH;VN`
    writeFileSync(file, [header, row('a', '5'), row('b', 'high'), row('a', '6'), ''].join('\r\n'))
    const { code, stdout } = await run(
      'import',
      file,
      '--as',
      'offers',
      '--request',
      'By letter',
      '--organisation',
      JSON.stringify(institute),
    )
    assert.equal(code, 1)
    assert.match(stdout, /^created 1, unchanged 0, refused 2\n/)
    assert.match(stdout, /^ {2}row 3 \(b\) row\.content\.trl: /m)
    assert.match(stdout, /^ {2}row 4 \(a\) row\.key: is already the key of row 2$/m)
  })

  test('imports texts with markup as plain text, from CSV and NDJSON, and counts and reports them', async () => {
    const csv = join(folder, 'marked.csv')
    const header =
      'key,type,language,title,summary,description,sector,trl,stage,ipStatus,dealTypes,territories,technologyKeywords'
    const cells = '<b>滴灌</b>,10<sup>6</sup> &amp;amp; x < 5,"<ul><li>一</li><li>二</li></ul>"'
    writeFileSync(csv, `${header}\nm,TO,zh,${cells},A,5,labTested,none,option,TH,R&amp;D;滴灌\n`)
    const lines = join(folder, 'marked.ndjson')
    const text = { title: '滴灌&nbsp;', summary: '<i>E. coli</i>', description: 'AT&T, x < 5' }
    writeFileSync(
      lines,
      [
        { key: 'n', content: { ...content, originalLanguage: 'zh', texts: { zh: text } } },
        { key: 'o', content },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    )
    const options = ['--as', 'offers', '--request', 'By letter', '--organisation', JSON.stringify(institute)]
    const ofCsv = await run('import', csv, ...options)
    assert.deepEqual([ofCsv.code, ofCsv.stderr], [0, ''])
    assert.match(ofCsv.stdout, /^created 1, unchanged 0, refused 0\n4 texts were made plain\n/)
    assert.match((await run('import', lines, ...options)).stdout, /^created 2, .+\n2 texts were made plain\n/)
    const officer = createClient(system.url, await system.token('officer'))
    const [{ id, changed } = {}] = reportOf(csv)
    assert.ok(changed?.some(({ message }) => message === '"R&amp;D" became "R&D"'))
    const { body } = await officer.call(offersApi.get, { params: { id: id as string } })
    const { texts, keywords } = body.content
    assert.deepEqual(texts.zh, { title: '滴灌', summary: '10⁶ & x < 5', description: '- 一\n- 二' })
    assert.deepEqual(keywords.technology, ['R&D', '滴灌'])
  })

  test('cannot import where nobody may publish, and exits with 2', async () => {
    const file = ndjson('unpublished.ndjson', 1)
    const { code, stderr } = await run(
      'import',
      file,
      '--as',
      'offers',
      '--publish',
      '--request',
      'By letter of 24 November',
      '--token',
      await system.token('provider'),
    )
    assert.equal(code, 2)
    assert.match(stderr, /Not finished\. Not allowed \(403\): Only officers publish/)
  })
})

test('an import outlives a server that is killed and started again', async (t) => {
  const count = 1200
  const dataDir = join(folder, 'data')
  const victim = await victimOn(dataDir)
  t.after(victim.kill)
  await victim.start()
  const file = ndjson('killed.ndjson', count)
  const organisation = JSON.stringify(institute)
  const importing = techbridge(
    victim.url,
    'import',
    file,
    '--as',
    'offers',
    '--organisation',
    organisation,
    '--request',
    'By letter',
    '--batch',
    '20',
  )
  while (reportOf(file).length < 100) await pause(5)
  await victim.kill()
  const answered = reportOf(file)
  assert.ok(answered.length < count, 'the server was killed too late')
  await victim.start()

  const { code, stdout, stderr } = await importing.ended
  assert.equal(code, 0, stderr)
  assert.match(stderr, /Is Techbridge running\?.* Trying again in/)
  const [, created, unchanged] = /^created (\d+), unchanged (\d+), refused 0\n/.exec(stdout)!
  assert.equal(Number(created) + Number(unchanged), count)
  const report = reportOf(file)
  assert.equal(new Set(report.map(({ row }) => row)).size, count)

  await victim.terminate()
  const adapters = await openAdapters({ DATA_DIR: dataDir }, pino({ level: 'silent' }))
  const drafted: string[] = []
  for await (const { event } of adapters.bus.read({ topics: Object.keys(topics) as Topic[], live: false })) {
    drafted.push(event.subject)
  }
  await adapters.close()
  const ids = new Set(report.map(({ id }) => id))
  assert.equal(ids.size, count)
  assert.deepEqual(
    [...ids].filter((id) => !drafted.includes(id)),
    [],
  )
})

test('an import that is interrupted says so, and goes on when given again', async (t) => {
  const count = 1500
  const system = await startService(services)
  t.after(system.close)
  const file = ndjson('interrupted.ndjson', count)
  const args = [
    'import',
    file,
    '--as',
    'offers',
    '--request',
    'By letter',
    '--organisation',
    JSON.stringify(institute),
    '--batch',
    '20',
  ]
  const first = techbridge(system.url, ...args)
  while (reportOf(file).length < 100) await pause(5)
  first.child.kill('SIGINT')
  const interrupted = await first.ended
  assert.equal(interrupted.code, 2)
  assert.match(interrupted.stderr, /Not finished\. Stopped\.\n.*repeat the import to continue/)
  const done = reportOf(file).length
  assert.ok(done < count, 'it was interrupted too late')

  const second = await techbridge(system.url, ...args).ended
  assert.deepEqual([second.code, second.stderr], [0, ''])
  assert.match(second.stdout, new RegExp(`^created ${count - done}, unchanged 0, refused 0, done earlier ${done}\n`))
  assert.equal(reportOf(file).length, count)
})
