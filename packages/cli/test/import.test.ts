import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, ProblemResponse } from '@techbridge/client'
import { type ImportOptions, importFile } from '../src/index.ts'

const refused = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) })
const problem = (status: number) => new ProblemResponse({ type: 'about:blank', title: 'No', status, detail: 'No.' })

/** Takes rows as the import endpoint does; `fail` says which requests get no answer, and when. */
const fakeServer = (
  fail: (request: number) => { error: Error; afterTaking?: boolean } | undefined = () => undefined,
) => {
  const taken = new Map<string, number>()
  let requests = 0
  const importRows = (lines: { key: string; content: { bad?: boolean } }[]) =>
    lines.map(({ key, content }, place) => {
      if (content.bad)
        return { row: place + 1, outcome: 'refused', errors: [{ path: 'row.content', message: 'is bad' }] }
      const outcome = taken.has(key) ? 'unchanged' : 'created'
      taken.set(key, (taken.get(key) ?? 0) + 1)
      return { row: place + 1, key, outcome, id: `offer_${key}` }
    })
  const call = async (endpoint: { method: string }, { params, lines }: { params?: { id: string }; lines?: any[] }) => {
    if (endpoint.method === 'get') {
      if (!taken.has(params!.id.slice('offer_'.length))) throw problem(404)
      return { body: {} }
    }
    requests += 1
    const failure = fail(requests)
    if (failure && !failure.afterTaking) throw failure.error
    const rows = importRows(lines!)
    if (failure) throw failure.error
    return { body: { rows } }
  }
  return { taken, client: { call } as unknown as Client, requests: () => requests }
}

describe('import', () => {
  let folder: string
  let options: Omit<ImportOptions, 'client'>
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techbridge-import-'))
  })
  after(() => rm(folder, { recursive: true }))

  const prepare = async (name: string, lines: unknown[]) => {
    const file = join(folder, `${name}.ndjson`)
    await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
    options = {
      file,
      format: 'ndjson',
      encoding: 'utf-8',
      as: 'offers',
      mapping: 'plain',
      publish: false,
      request: 'By letter',
      report: `${file}.report`,
      batch: 10,
      patience: { limitMs: 0, firstPauseMs: 1, stop: new AbortController().signal },
    }
  }
  const keys = (count: number) => Array.from({ length: count }, (_, place) => ({ key: `k${place}`, content: {} }))
  const reported = async () =>
    (await readFile(options.report, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { row: number; outcome: string; changed?: { path: string }[] })

  test('takes good rows, refuses bad ones by themselves and reports each', async () => {
    await prepare('mixed', [{ key: 'a', content: {} }, 'no json', { key: 'b', content: { bad: true } }, { key: 'a' }])
    const { client } = fakeServer()
    const { created, refused, firstRefusals, broke } = await importFile({ ...options, client })
    assert.deepEqual({ created, refused, broke }, { created: 1, refused: 3, broke: undefined })
    assert.deepEqual(firstRefusals.map(({ row, errors }) => [row, errors?.[0]?.path]).toSorted(), [
      [2, 'row'],
      [3, 'row.content'],
      [4, 'row.key'],
    ])
    assert.deepEqual((await reported()).map(({ row }) => row).toSorted(), [1, 2, 3, 4])
  })

  test('tells and counts what a mapping made plain, beside what the server did', async () => {
    const software = {
      Software: 'Orbit &amp; attitude',
      Description: 'Plans orbits.',
      'NASA Center': 'JPL',
      Categories: ['<i>Planning</i>'],
    }
    await prepare('mapped', [software, { ...software, Software: 'Plain' }])
    const server = fakeServer()
    const client = {
      call: async (...args: Parameters<typeof server.client.call>) => {
        const { body } = (await server.client.call(...args)) as { body: { rows: object[] } }
        const changed = [{ path: 'row.content.keywords.technology.0', message: 'became "Planning"' }]
        return { body: { rows: body.rows.map((row) => ({ ...row, changed })), textsChanged: 2 } }
      },
    } as unknown as Client
    assert.equal((await importFile({ ...options, client, mapping: 'nasa' })).textsChanged, 3)
    const paths = (await reported()).map(({ changed }) => changed?.map(({ path }) => path))
    assert.deepEqual(paths, [
      ['row.Software', 'row.content.keywords.technology.0'],
      ['row.content.keywords.technology.0'],
    ])
  })

  test('leaves it to the server to make the name of an organisation plain', async () => {
    const name = `<b>${'<i></i>'.repeat(40)}Lao Institute</b>`
    await prepare('organisation', [
      { key: 'a', organisation: { id: 'lao', name, country: 'LA', kind: 'other' }, content: {} },
    ])
    const { client } = fakeServer()
    assert.equal((await importFile({ ...options, client })).created, 1)
  })

  test('goes on after a break without sending again what was answered', async () => {
    await prepare('resumed', keys(35))
    const { client, taken } = fakeServer((request) => (request === 3 ? { error: refused() } : undefined))
    const first = await importFile({ ...options, client })
    assert.equal(first.created, 20)
    assert.equal(first.broke instanceof TypeError, true)
    const second = await importFile({ ...options, client })
    assert.deepEqual([second.passedOver, second.created, second.broke], [20, 15, undefined])
    assert.deepEqual([...new Set(taken.values())], [1])
    assert.deepEqual(
      (await reported()).map(({ row }) => row).toSorted((one, other) => one - other),
      keys(35).map((_, place) => place + 1),
    )
  })

  test('sends a batch again when the answer was lost, and the server knows its rows', async () => {
    await prepare('lost', keys(10))
    const { client } = fakeServer((request) => (request === 1 ? { error: refused(), afterTaking: true } : undefined))
    const summary = await importFile({ ...options, client, patience: { ...options.patience, limitMs: 60_000 } })
    assert.deepEqual([summary.created, summary.unchanged, summary.broke], [0, 10, undefined])
  })

  test('waits for a server that is away for a bounded time, and not at all after a refusal', async () => {
    await prepare('away', keys(1))
    const failing = fakeServer((request) => (request <= 3 ? { error: problem(503) } : undefined))
    const patience = { ...options.patience, limitMs: 60_000 }
    assert.equal((await importFile({ ...options, client: failing.client, patience })).created, 1)
    assert.equal(failing.requests(), 4)

    const away = fakeServer(() => ({ error: problem(503) }))
    const short = { ...options.patience, limitMs: 20 }
    assert.ok((await importFile({ ...options, client: away.client, patience: short })).broke)
    assert.ok(away.requests() > 1)

    const forbidding = fakeServer(() => ({ error: problem(403) }))
    assert.ok((await importFile({ ...options, client: forbidding.client, patience })).broke)
    assert.equal(forbidding.requests(), 1)
  })

  test('stops between batches when asked to, and keeps what was answered', async () => {
    await prepare('stopped', keys(30))
    const stopping = new AbortController()
    const { client } = fakeServer()
    const patience = { ...options.patience, stop: stopping.signal }
    const first = await importFile({ ...options, client, patience, progress: () => stopping.abort() })
    assert.equal(first.created, 10)
    assert.match(String(first.broke), /Stopped/)
    assert.equal((await importFile({ ...options, client })).created, 20)
  })

  test('passes over a report line that a kill tore', async () => {
    await prepare('torn', keys(2))
    const { client } = fakeServer()
    await importFile({ ...options, client })
    const whole = await readFile(options.report, 'utf8')
    await writeFile(options.report, whole.slice(0, -20))
    const again = await importFile({ ...options, client })
    assert.deepEqual([again.passedOver, again.unchanged], [1, 1])
  })

  test('begins anew when the server does not know what the report has as done', async () => {
    await prepare('other', keys(3))
    await importFile({ ...options, client: fakeServer().client })
    const empty = fakeServer()
    const summary = await importFile({ ...options, client: empty.client })
    assert.deepEqual([summary.created, summary.passedOver], [3, 0])
  })

  test('tries refused rows again, for they may have been mended', async () => {
    await prepare('mended', [
      { key: 'a', content: { bad: true } },
      { key: 'b', content: {} },
    ])
    const { client } = fakeServer()
    assert.equal((await importFile({ ...options, client })).refused, 1)
    await writeFile(options.file, '{"key":"a","content":{}}\n{"key":"b","content":{}}')
    const summary = await importFile({ ...options, client })
    assert.deepEqual([summary.created, summary.passedOver, summary.refused], [1, 1, 0])
    assert.equal((await reported()).length, 2)
  })

  test('never writes over a file that is no report', async () => {
    await prepare('precious', keys(3))
    for (const precious of ['{"key":"a"}', '{"key":"a"}\n', 'a note\n']) {
      await writeFile(options.report, precious)
      await assert.rejects(importFile({ ...options, client: fakeServer().client }), /no report/)
      assert.equal(await readFile(options.report, 'utf8'), precious)
    }
  })

  test('says which encoding it missed', async () => {
    await prepare('encoded', [])
    await writeFile(options.file, Buffer.from([0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22]))
    const { broke } = await importFile({ ...options, client: fakeServer().client })
    assert.match(String(broke), /not in utf-8.*gb18030/)
    const { firstRefusals } = await importFile({ ...options, client: fakeServer().client, encoding: 'gb18030' })
    assert.equal(firstRefusals[0]?.errors?.[0]?.path, 'row')
  })
})
