import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { officer, admin, running } = market

const marked = (text: string) => `<p class="leaflet">${text}&nbsp;</p>`
const texts = (title: string) => ({
  en: {
    title: `<b>${title}</b> &amp;amp; 10<sup>6</sup>`,
    summary: marked('Zirconate membranes for quinacridone <i>E. coli</i>'),
    description: marked('Photo-\nvoltaic zirconate, quinacridone and x &lt; 5'),
  },
})

test('what earlier versions published with markup is matched by its plain text, also after a rebuild', async () => {
  const organisation = { ...organisations.university, name: 'Dianchi <b>University</b>' }
  const offer = await market.publishOffer(offerContent({ texts: texts('Offer') }), { organisation })
  const need = await market.publishNeed(needContent({ texts: texts('Need') }))
  await running.settle()
  const [found] = await matchesOf(market, { offer: offer.id, need: need.id })
  const assess = async () =>
    (await officer.get('/v1/matches/assessment').query({ need: need.id, offer: offer.id }).expect(200)).body
  const before = await assess()
  await admin.post('/v1/matches/rebuild').expect(200)
  assert.deepEqual(await assess(), before)

  const { body: match } = await officer.get(`/v1/matches/${found.id}`).expect(200)
  assert.equal(match.offer.title, 'Offer & 10⁶')
  assert.equal(match.need.title, 'Need & 10⁶')
  assert.equal(match.offer.organisation.name, 'Dianchi University')
  assert.equal(match.offer.content.texts.en.summary, 'Zirconate membranes for quinacridone E. coli')
  assert.equal(match.need.content.texts.en.description, 'Photovoltaic zirconate, quinacridone and x < 5')
  const terms = [...before.features, ...match.features].flatMap(({ terms = [] }: any) => terms)
  const written = terms.flatMap(({ need, offer }: any) => [need, offer].flatMap((one) => one.toLowerCase().split(' ')))
  assert.ok(written.includes('quinacridone'))
  assert.deepEqual(
    written.filter((one) => ['leaflet', 'nbsp', 'class', 'sup', 'amp', 'lt'].includes(one)),
    [],
  )
})

test('the reason of a refusal is made plain, and the answer says so', async () => {
  const { match } = await proposedPair(market)
  const { body } = await act(officer, match, 'reject', { code: 'other', text: '<p>R&amp;D</p><p>10<sup>6</sup></p>' })
  assert.deepEqual(body.refusal, { code: 'other', text: 'R&D\n\n10⁶' })
  const [change] = body.changed
  assert.deepEqual(
    [change.path, change.message, change.code],
    ['body.text', '"<p>R&amp;D</p><p>10<sup>6</sup></p>" became "R&D\\n\\n10⁶"', 'change.replaced'],
  )
  const { body: read } = await officer.get(`/v1/matches/${match.body.id}`).expect(200)
  assert.equal('changed' in read, false)
})
