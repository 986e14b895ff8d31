import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { it } from 'node:test'
import { openFts5Indexes } from '../src/index.ts'

const spec = { name: 'offers', text: ['body', 'title'], keywords: ['country', 'sector'], numbers: ['trl'] }

/** What an earlier version left: FTS5 kept the texts, tables the keywords, numbers and sources. `A` and `:` stand in a private-use plane. */
const earlier = `
  CREATE TABLE generations (
    number INTEGER PRIMARY KEY AUTOINCREMENT, documents INTEGER NOT NULL DEFAULT 0, tokens INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE indexes (name TEXT PRIMARY KEY, spec TEXT NOT NULL, live INTEGER NOT NULL) STRICT;
  INSERT INTO generations VALUES (7, 2, 4);
  INSERT INTO indexes VALUES ('offers', '${JSON.stringify(spec)}', 7);
  CREATE VIRTUAL TABLE g7_text USING fts5(t0, t1, tokenize = 'ascii');
  CREATE VIRTUAL TABLE g7_vocabulary USING fts5vocab(g7_text, row);
  CREATE TABLE g7_documents (
    doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, length INTEGER NOT NULL, n0 REAL
  ) STRICT;
  CREATE TABLE g7_sources (doc INTEGER PRIMARY KEY, source TEXT NOT NULL) STRICT;
  CREATE TABLE g7_keywords (
    doc INTEGER NOT NULL, field INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (doc, field, value)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX g7_keywords_by_value ON g7_keywords (field, value, doc);
  CREATE INDEX g7_documents_by_n0 ON g7_documents (n0);
  INSERT INTO g7_text (rowid, t0, t1) VALUES (1, 'rice rice mill', 'concept\u{f003a}rice'), (2, 'silk', '');
  INSERT INTO g7_documents VALUES (1, 'a', 4, 4, 6), (2, 'b', 1, 1, NULL), (3, 'gone', 9, 0, NULL);
  INSERT INTO g7_sources VALUES (1, '{"name":"one"}'), (2, '"two"'), (3, 'null');
  INSERT INTO g7_keywords VALUES (1, 0, 'TH'), (1, 0, 'LA'), (2, 1, 'A');
`

it('an index of an earlier format becomes one of this format, whole, with the fields that it lacks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'text-index-'))
  const file = join(folder, 'index.sqlite')
  const before = new DatabaseSync(file)
  before.exec(earlier)
  before.close()
  const wanted = { ...spec, restricted: ['body'], keywords: [...spec.keywords, 'award'] }
  try {
    for (const round of ['converted', 'opened again']) {
      const indexes = openFts5Indexes(file)
      const [index] = await Promise.all([indexes.open(wanted), indexes.open(wanted)])
      const found = await index.search({ facets: ['country', 'award'], limit: 9 })
      const shown = found.hits.map(({ id, version, source }) => ({ id, version, source }))
      const stored = [
        { id: 'a', version: 4, source: { name: 'one' } },
        { id: 'b', version: 1, source: 'two' },
        { id: 'gone', version: 9, source: null },
      ]
      assert.deepEqual(shown, stored, round)
      const th = ['LA', 'TH'].map((value) => ({ value, count: 1 }))
      assert.deepEqual(found.facets, { country: th, award: [] })
      assert.equal((await index.search({ range: { trl: { gte: 6 } }, limit: 1 })).hits[0]?.id, 'a')
      const tokens = ['rice', 'concept:rice', 'silk', 'none']
      assert.deepEqual(await index.frequencies(tokens), {
        documents: 2,
        averageLength: 2.5,
        counts: { rice: 1, 'concept:rice': 1, silk: 1, none: 0 },
      })
      const match = { tokens: ['rice', 'silk'], fields: { title: 1, body: 1 }, require: 'any' as const }
      assert.equal((await index.search({ match, limit: 9 })).total, 2)
      const older = { version: 3, text: {}, keywords: {}, numbers: {}, source: 'older' }
      assert.equal((await index.put([{ id: 'a', ...older }]))[0]?.version, 4)
      await indexes.close()
    }
    const after = new DatabaseSync(file, { readOnly: true })
    const left = after.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'g7%'").all()
    after.close()
    assert.deepEqual(left, [])
  } finally {
    await rm(folder, { recursive: true })
  }
})
