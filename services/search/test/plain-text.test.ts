import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerContent, organisations, take } from '@techbridge/testkit'
import { openLibrary, search } from './library.ts'

const { running, publishOffer } = await openLibrary()

/** As an earlier version published it. */
const { id } = await publishOffer(
  offerContent({
    originalLanguage: 'km',
    texts: {
      km: { title: 'ប្រព័ន្ធ<b>ស្រោចស្រព</b>', summary: '<p class="leaflet">ទឹក&nbsp;</p>', description: 'ដី' },
      en: { title: '10<sup>6</sup> &amp;amp; durian', summary: '![durian](photo.png) x < 5', description: 'd' },
    },
    keywords: { technology: ['<i>spectroscope</i>'] },
  }),
  { organisation: { ...organisations.university, name: 'Dianchi <b>University</b>' } },
)
await running.settle()

const assertPlain = async () => {
  const { items } = await search(running.anonymous, { q: 'durian', lang: 'en' })
  assert.deepEqual(
    items.map(({ title, summary, organisation }: any) => [title, summary, organisation.name]),
    [['10⁶ & durian', 'durian x < 5', 'Dianchi University']],
  )
  assert.deepEqual(items[0].highlights, ['10⁶ &amp; <mark>durian</mark>', '<mark>durian</mark> x &lt; 5'])
  assert.equal((await search(running.anonymous, { q: 'spectroscope' })).total, 1)
  for (const markup of ['leaflet', 'nbsp', 'photo', 'sup']) {
    assert.equal((await search(running.anonymous, { q: markup })).total, 0, markup)
  }
}

test('what an earlier version published with its markup is found and shown as plain text, also after a rebuild', async () => {
  await assertPlain()
  const admin = await running.as('admin')
  await admin.post('/v1/search/rebuild').expect(200)
  await assertPlain()
})

test('a query is read as plain text', async () => {
  assert.equal((await search(running.anonymous, { q: '<b>durian</b>&nbsp;' })).total, 1)
})

test('the stream shows it as plain text', async () => {
  for (const who of ['provider', 'seeker', 'officer'] as const) {
    const [message] = await take(await running.stream(who), 1)
    const { content } = message!.event.data as { content: { texts: Record<string, { title: string }> } }
    assert.deepEqual([message!.event.subject, content.texts.en?.title], [id, '10⁶ & durian'], who)
  }
})
