import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { provider, seeker, officer, otherSeeker } = market
type Agent = typeof officer

const explain = (who: Agent, id: string, language = 'en') =>
  who.get(`/v1/matches/${id}/explanation`).set('Accept-Language', language)

const approved = async (contents: Parameters<typeof proposedPair>[1] = {}) => {
  const pair = await proposedPair(market, contents)
  const { body } = await act(officer, pair.match, 'approve').expect(200)
  return { ...pair, id: body.id as string }
}

const sumOf = (body: any) => body.reasons.reduce((sum: number, { share }: any) => sum + share, 0)
const codesOf = (list: any[]) => list.map(({ code }) => code)

describe('an explanation', () => {
  test('gives an officer the reasons of the score, what speaks against it and what would change it', async () => {
    const { id, match } = await approved({
      offer: { trl: 4, territories: ['VN'] },
      need: { minimumTrl: 6, territories: ['VN', 'LA'] },
    })
    const { body } = await explain(officer, id).expect(200)
    assert.equal(body.score, match.body.score)
    assert.ok(Math.abs(sumOf(body) - body.score) < 1e-9)
    assert.ok(codesOf(body.against).includes('trl.below') && codesOf(body.against).includes('territory.missing'))
    assert.match(body.against.find(({ code }: any) => code === 'territory.missing').text, /Laos/)
    const trl = body.changes.find(({ code }: any) => code === 'with.trl')
    assert.ok(trl.change > 0)
    assert.equal(trl.text, 'With TRL 6')
  })

  test('places each term in the text that the reader reads', async () => {
    const { id } = await approved()
    for (const who of [officer, seeker, provider]) {
      const { body } = await explain(who, id).expect(200)
      const read = (await who.get(`/v1/matches/${id}`).expect(200)).body
      const { terms } = body.reasons.find(({ feature }: any) => feature === 'text')
      assert.ok(terms.length > 0)
      for (const { term, needPlaces, offerPlaces } of terms)
        for (const [content, places] of [
          [read.need.content, needPlaces],
          [read.offer.content, offerPlaces],
        ]) {
          assert.ok(places.length > 0)
          for (const { field, language, start, end } of places)
            assert.match(content.texts[language][field].slice(start, end), new RegExp(term.slice(0, 4), 'i'))
        }
    }
  })

  test('tells a party of what it may read alone, and of all once it has accepted', async () => {
    const { id } = await approved({
      offer: { price: { min: 900_00, currency: 'USD' } },
      need: { budget: { max: 500_00, currency: 'USD' } },
    })
    for (const who of [seeker, provider]) {
      const { body } = await explain(who, id).expect(200)
      assert.ok(!('changes' in body))
      assert.doesNotMatch(JSON.stringify(body.against), /price|90000|50000/)
      const other = who === seeker ? 'offerPlaces' : 'needPlaces'
      const fields = body.reasons.flatMap(({ terms = [] }: any) => terms.flatMap((term: any) => term[other]))
      assert.ok(fields.length > 0)
      assert.ok(fields.every(({ field }: any) => field === 'title' || field === 'summary' || field.endsWith('Keyword')))
      const { body: match } = await who.get(`/v1/matches/${id}`).expect(200)
      assert.equal(body.score, match.score)
    }
    await act(seeker, await officer.get(`/v1/matches/${id}`).expect(200), 'accept').expect(200)
    const { body } = await explain(seeker, id, 'id').expect(200)
    const { text } = body.against.find(({ code }: any) => code === 'price.above-budget')
    assert.equal(text, 'Harga mulai dari 900 USD; anggaran paling banyak 500 USD.')
    assert.ok(!codesOf((await explain(provider, id).expect(200)).body.against).includes('price.above-budget'))
  })

  test('says that something is not stated only to who could read it', async () => {
    const { id } = await approved({ offer: { price: undefined, claims: [] }, need: { budget: undefined } })
    const unstated = ['missing.price', 'missing.budget', 'missing.claims']
    for (const [who, said] of [
      [officer, unstated],
      [seeker, ['missing.budget']],
      [provider, ['missing.price', 'missing.claims']],
    ] as const) {
      const codes = codesOf((await explain(who, id).expect(200)).body.missing)
      assert.deepEqual(
        codes.filter((code) => unstated.includes(code)),
        said,
      )
    }
  })

  test('is in the language that is wanted most, and says which', async () => {
    const { id } = await approved()
    for (const [wanted, language] of [
      ['fr, th-TH;q=0.8, en;q=0.5', 'th'],
      ['en;q=0.1, lo', 'lo'],
      ['zh-Hant-TW', 'zh'],
      ['vi;q=0, my', 'my'],
      ['*', 'en'],
      ['de', 'en'],
      ['\u00e4;;;, ;q=9, km;q=abc', 'en'],
    ] as const) {
      const { headers, body } = await explain(seeker, id, wanted).expect(200)
      assert.equal(headers['content-language'], language)
      assert.equal(headers.vary, 'Authorization, Accept-Language')
      assert.equal(body.language, language)
      assert.equal(body.draft, ['lo', 'km', 'my'].includes(language))
    }
    const { body } = await explain(seeker, id, 'th').query({ lang: 'vi' }).expect(200)
    assert.equal(body.language, 'vi')
    await explain(seeker, id).query({ lang: 'Vietnamese' }).expect(400)
  })

  test('is there for nobody else, and says when what was matched is kept no more', async () => {
    const { id } = await proposedPair(market).then(({ match }) => match.body)
    await explain(seeker, id).expect(404)
    const open = await approved()
    await explain(otherSeeker, open.id).expect(404)
    const match = await officer.get(`/v1/matches/${open.id}`).expect(200)
    await act(seeker, match, 'decline', { code: 'capacity' }).expect(200)
    const { body } = await explain(provider, open.id).expect(200)
    assert.deepEqual([body.reasons, codesOf(body.missing)], [[], ['missing.contents']])
  })

  test('is there for any pair that an officer compares', async () => {
    const need = await market.publishNeed(needContent({ territories: ['LA'], minimumTrl: 9 }))
    const offer = await market.publishOffer(offerContent({ territories: ['VN'], trl: 3 }))
    await market.running.settle()
    assert.deepEqual(await matchesOf(market, { need: need.id, offer: offer.id }), [])
    const { body, headers } = await officer
      .get('/v1/matches/assessment')
      .query({ need: need.id, offer: offer.id })
      .set('Accept-Language', 'th')
      .expect(200)
    assert.equal(headers['content-language'], 'th')
    assert.ok(Math.abs(sumOf(body.explanation) - body.score) < 1e-9)
    assert.equal(body.explanation.against[0].code, 'excluded.territory')
    assert.match(body.explanation.against[0].text, /ลาว/)
    assert.match(body.excluded, /LA/)
    assert.ok(codesOf(body.explanation.changes).includes('with.trl'))
  })
})
