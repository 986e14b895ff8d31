import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Embedder } from './embedder.ts'
import { cosine } from './vectors.ts'

const inEnglish = { kind: 'query', language: 'en' } as const

/** Declares the suite that every adapter of the embedder port must pass. `open` gives one that works. */
export function embedderConformance(name: string, open: () => Promise<Embedder>): void {
  describe(name, () => {
    let embedder: Embedder
    before(async () => {
      embedder = await open()
    })
    after(() => embedder.close())

    const same = (one: Float32Array | undefined, other: Float32Array | undefined) =>
      assert.ok(one && other && cosine(one, other) > 0.9999, 'the same text has the same vector')

    it('gives vectors of length 1 with its dimension, also of nothing, marks, unknown signs and long texts', async () => {
      const texts = ['', ' ', '\u0000\u{10ffff}', '😀', 'rice '.repeat(5000), '水'.repeat(5000), 'rice mill']
      const vectors = await embedder.embed(texts, inEnglish)
      assert.equal(vectors.length, texts.length)
      for (const vector of vectors) {
        assert.equal(vector.length, embedder.dimension)
        assert.ok(vector.every(Number.isFinite))
        assert.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-4)
      }
    })

    it('gives the same text the same vector, whatever stands beside it', async () => {
      const [alone] = await embedder.embed(['a rice mill'], inEnglish)
      const [, among, again] = await embedder.embed(['silk', 'a rice mill', 'a rice mill'], inEnglish)
      same(alone, among)
      same(alone, again)
    })

    it('answers many calls at once, each with its own vectors', async () => {
      const texts = Array.from({ length: 12 }, (_, n) => `text number ${n}`)
      const apart = await Promise.all(texts.map((text) => embedder.embed([text], inEnglish)))
      const together = await embedder.embed(texts, inEnglish)
      for (const [place, [vector]] of apart.entries()) same(vector, together[place])
    })

    it('gives nothing for nothing', async () => assert.deepEqual(await embedder.embed([], inEnglish), []))

    it('takes a text in a language that it does not know, and one without', async () => {
      for (const language of ['sw', 'und', '', 'zh-Hant-TW', 'constructor']) {
        const [vector] = await embedder.embed(['maji safi'], { kind: 'passage', language })
        assert.equal(vector?.length, embedder.dimension)
      }
    })

    it('puts what says the same nearer than what does not', async () => {
      const [wanted, alike, other] = await embedder.embed(
        ['solar water purifier for villages', 'village water purifier, solar', 'contract law of insurance brokers'],
        inEnglish,
      )
      assert.ok(wanted && alike && other)
      assert.ok(cosine(wanted, alike) > cosine(wanted, other))
    })
  })
}
