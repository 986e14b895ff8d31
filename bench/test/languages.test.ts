import assert from 'node:assert/strict'
import { test } from 'node:test'
import { installedModel } from '@techbridge/embedder'
import { openEmbeddedOnce } from '../src/quality/embedded.ts'
import { askPairs } from '../src/quality/languages.ts'
import { mean } from '../src/quality/measures.ts'

const skip = installedModel() === undefined && '`npm run model` brings the model'

/** Somewhat below, and above, what was measured. */
const limits = { found: 0.75, wrong: 0.5 }

test('needs of technologies find the offers that answer them in another language', { skip }, async () => {
  const once = await openEmbeddedOnce()
  assert.ok(once)
  try {
    const { asked } = await askPairs(once)
    const found = mean(asked.map((one) => one.found))
    const wrong = mean(asked.map((one) => one.wrong))
    assert.ok(asked.length >= 60)
    assert.ok(found >= limits.found, `true pairs proposed: ${found}`)
    assert.ok(wrong <= limits.wrong, `wrong ones a need: ${wrong}`)
  } finally {
    await once.raw.close()
  }
})
