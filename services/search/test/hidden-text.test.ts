import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import { openLibrary } from './library.ts'

const languages = { en: 'secret', th: 'ความลับ', zh: '秘密', km: 'សម្ងាត់', my: 'လျှို့ဝှက်' }

test('what everyone finds, and its score, does not depend on how long hidden texts are or on what they say', async () => {
  const answers: unknown[] = []
  for (const hidden of [1, 60]) {
    const { running, publishOffer, publishNeed } = await openLibrary()
    for (const [language, word] of Object.entries(languages)) {
      const textOf = (title: string, of: string) => ({
        originalLanguage: language,
        texts: { [language]: { title, summary: 'Paddy and grain.', description: `${word} ${of}`.repeat(hidden) } },
      })
      await publishOffer(offerContent(textOf('Grain dryer', 'grain ')))
      await publishNeed(needContent(textOf('Grain dryer for paddy', 'dryer ')))
    }
    await publishOffer(offerContent({ texts: { en: { title: 'A dryer', summary: 'Grain.', description: 'Short.' } } }))
    await running.settle()
    const { body } = await running.anonymous.get('/v1/search?q=grain dryer&limit=100').expect(200)
    answers.push([body.total, body.items.map(({ kind, language, score }: any) => [kind, language, score])])
  }
  assert.deepEqual(answers[1], answers[0])
})
