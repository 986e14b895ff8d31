import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { IndexDocument, TextIndex } from '../text-index.ts'
import { document, filler, type Open, spec } from './harness.ts'

const restrictedSpec = { ...spec, name: 'restricted', restricted: ['body'] }

/** The same titles, whatever the bodies say. */
const corpus = (bodyOf: (id: string) => string | undefined): IndexDocument[] =>
  [
    ['a', 'rice mill'],
    ['b', 'rice husk mill'],
    ['c', 'mill of rice and husk'],
    ['d', 'husk'],
    ['e', 'something else'],
  ].map(([id, title]) => document(id!, { title, body: bodyOf(id!) }))

const bodies: Record<string, (id: string) => string | undefined> = {
  'no bodies': () => undefined,
  'long bodies of some': (id) => ('ac'.includes(id) ? 'other '.repeat(400).trim() : 'other'),
  'long bodies of others': (id) => ('be'.includes(id) ? 'other '.repeat(400).trim() : undefined),
  'bodies that say it too': (id) => ('de'.includes(id) ? 'rice rice rice' : 'mill'),
}

const seen = async (index: TextIndex, require: 'any' | 'all') => {
  const { hits, total, next } = await index.search({
    match: { tokens: ['rice', 'mill'], fields: { title: 3 }, require },
    limit: 4,
  })
  return { hits: hits.map(({ id, score }) => [id, score.toFixed(5)]), total, next: next !== undefined }
}

export function restricting(open: Open): void {
  describe('restricted fields', () => {
    it('tell nothing to a query that does not name them: neither what they say, nor how long they are, nor how many have them', async () => {
      const answers: unknown[] = []
      for (const [what, bodyOf] of Object.entries(bodies)) {
        const { indexes, cleanup } = await open()
        try {
          const index = await indexes.open(restrictedSpec)
          const others = filler(40).map((one) => ({ ...one, text: { title: one.text.title ?? [] } }))
          await index.put([...others, ...corpus(bodyOf)])
          answers.push(await seen(index, 'any'), await seen(index, 'all'))
          assert.deepEqual(answers.slice(-2), answers.slice(0, 2), what)
        } finally {
          await cleanup()
        }
      }
    })

    it('tell nothing after they were replaced, or the index was rebuilt', async () => {
      const { indexes, cleanup, reopen } = await open()
      try {
        // Some engines count replaced documents among the totals for a while, so both are replaced.
        const silent = corpus(() => undefined)
        const long = corpus(() => 'other '.repeat(400).trim())
        const later = (documents: typeof long) => documents.map((one) => ({ ...one, version: 2 }))
        const index = await indexes.open(restrictedSpec)
        const expected = await indexes.open({ ...restrictedSpec, name: 'expected' })
        for (const one of [index, expected]) await one.put([...filler(40), ...silent])
        await index.put(later(long))
        await expected.put(later(silent))
        assert.deepEqual(await seen(index, 'any'), await seen(expected, 'any'))
        await index.rebuild((put) => put([...filler(40), ...later(long)]))
        await expected.rebuild((put) => put([...filler(40), ...silent]))
        const rebuilt = await seen(expected, 'any')
        assert.deepEqual(await seen(index, 'any'), rebuilt)
        const again = await (await reopen()).open(restrictedSpec)
        assert.deepEqual(await seen(again, 'any'), rebuilt)
      } finally {
        await cleanup()
      }
    })

    it('are found by a query that names them, and counted among frequencies', async () => {
      const { indexes, cleanup } = await open()
      try {
        const index = await indexes.open(restrictedSpec)
        await index.put([...filler(40), ...corpus((id) => (id === 'e' ? 'rice' : undefined))])
        const match = { tokens: ['rice'], fields: { title: 1, body: 1 }, require: 'any' as const }
        const { hits } = await index.search({ match, limit: 10 })
        assert.deepEqual(hits.map(({ id }) => id).sort(), ['a', 'b', 'c', 'e'])
        assert.equal((await index.frequencies(['rice'])).counts.rice, 4)
      } finally {
        await cleanup()
      }
    })

    it('may be made of fields of an index of before, whose documents stay', async () => {
      const { indexes, cleanup, reopen } = await open()
      try {
        const documents = [...filler(40), ...corpus((id) => (id === 'a' ? 'other '.repeat(400).trim() : undefined))]
        const fresh = await indexes.open(restrictedSpec)
        await fresh.put(documents)
        const expected = await seen(fresh, 'any')
        const { restricted: _, ...former } = { ...restrictedSpec, name: 'former' }
        await (await indexes.open(former)).put(documents)
        const index = await (await reopen()).open({ ...former, restricted: ['body'] })
        assert.deepEqual(await seen(index, 'any'), expected)
      } finally {
        await cleanup()
      }
    })
  })
}
