import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseEvents, type MatchedNeed, type MatchedOffer } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { provider, seeker, officer, running } = market
type Agent = typeof officer

const approvedPair = async (contents: Parameters<typeof proposedPair>[1] = {}) => {
  const pair = await proposedPair(market, contents)
  return { ...pair, match: await act(officer, pair.match, 'approve').expect(200) }
}
const read = async (who: Agent, id: string) => (await who.get(`/v1/matches/${id}`).expect(200)).body
const fresh = (id: string) => officer.get(`/v1/matches/${id}`).expect(200)

const metals = ['hafnium', 'niobium', 'rhenium', 'gallium', 'indium', 'scandium', 'yttrium', 'tellurium']
/** Both abstracts in words of their own `subject`, so that these are rare, and what each says beside. */
const abstracts = (subject: string) => ({
  title: `Zorbik${subject} quallat${subject} mirvon${subject}`,
  summary: `Teptok${subject} blanduk${subject} fextor${subject} gorvim${subject} hadruk${subject}.`,
})
const offerWith = (description: string, subject: string) =>
  offerContent({ texts: { en: { ...abstracts(subject), description } }, keywords: {}, ipc: ['C22B'] })
const needWith = (description: string, subject: string) =>
  needContent({ texts: { en: { ...abstracts(subject), description } }, keywords: {}, ipc: ['C22B'] })

const publishedPair = async (need: ReturnType<typeof needContent>, offer: ReturnType<typeof offerContent>) => {
  const [{ id: offerId }, { id: needId }] = [await market.publishOffer(offer), await market.publishNeed(need)]
  await running.settle()
  const [found] = await matchesOf(market, { offer: offerId, need: needId })
  assert.ok(found, 'the pair is proposed')
  const match = await fresh(found.id)
  return (await act(officer, match, 'approve').expect(200)).body.id as string
}

describe('an explanation to a party', () => {
  test('names no word that stands only in what the party may not read', async () => {
    const id = await publishedPair(needWith(metals.join(' '), 'a'), offerWith(metals.slice(0, 3).join(' '), 'a'))
    assert.match(JSON.stringify((await read(officer, id)).features), /hafnium/)
    for (const who of [seeker, provider]) {
      const list = (await who.get('/v1/matches?limit=100').expect(200)).body.items
      for (const seen of [await read(who, id), list.find((match: any) => match.id === id)]) {
        const explained = JSON.stringify([seen.score, seen.features])
        assert.match(explained, /zorbika/i)
        for (const metal of metals) assert.doesNotMatch(explained, new RegExp(metal, 'i'))
      }
    }
  })

  test('is the same whatever stands in what the party may not read, and so is the score', async () => {
    const seen: unknown[] = []
    for (const [subject, secret] of [
      ['b', metals.join(' ')],
      ['c', 'Nortag lumbix.'],
    ] as const) {
      const id = await publishedPair(needWith(metals.join(' '), subject), offerWith(secret, subject))
      const { score, features } = await read(seeker, id)
      seen.push(JSON.parse(JSON.stringify({ score, features }).replace(new RegExp(`(?<=[a-z])${subject}\\b`, 'g'), '')))
    }
    assert.match(JSON.stringify(seen[0]), /zorbik\b/)
    const values = (one: any) => [one.score, one.features.map(({ value, contribution }: any) => [value, contribution])]
    assert.deepEqual(values(seen[0]), values(seen[1]))
  })

  test('is that of both texts once the party has accepted', async () => {
    const id = await publishedPair(needWith(metals.join(' '), 'd'), offerWith(metals.slice(0, 3).join(' '), 'd'))
    const accepted = await act(seeker, await fresh(id), 'accept').expect(200)
    assert.match(JSON.stringify(accepted.body.features), /hafnium/)
    assert.match(JSON.stringify((await read(seeker, id)).features), /hafnium/)
    assert.doesNotMatch(JSON.stringify((await read(provider, id)).features), /hafnium/)
  })

  test('does not tell how many others write of a word in their hidden texts', async () => {
    const seen: unknown[] = []
    for (const subject of ['e', 'f']) {
      if (subject === 'f')
        for (let count = 0; count < 5; count++) await market.publishOffer(offerWith('vanadium', `g${count}`))
      const id = await publishedPair(needWith('vanadium niobium', subject), offerWith('vanadium niobium', subject))
      const { body } = await act(seeker, await fresh(id), 'accept').expect(200)
      const { terms } = body.features.find(({ name }: any) => name === 'text')
      const shareOf = (word: string) => terms.find(({ term }: any) => term.split(' ').includes(word)).share
      seen.push([body.score, shareOf('vanadium'), shareOf('niobium')])
    }
    assert.deepEqual(seen[0], seen[1])
  })
})

test('the order of a party’s list does not tell scores, and officers see the best first', async () => {
  await approvedPair()
  await approvedPair()
  const mine = (await seeker.get('/v1/matches?limit=100').expect(200)).body.items as any[]
  const times = mine.map(({ createdAt }) => createdAt)
  assert.deepEqual(times, times.toSorted().reverse())
  const { body } = await seeker.get('/v1/matches?limit=1').expect(200)
  const cursor = Buffer.from(body.next, 'base64url').toString()
  const all = await matchesOf(market, {})
  for (const { score } of all) assert.ok(!cursor.includes(String(score)))
  const scores = all.map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  )
})

describe('the details of the other side', () => {
  const secret = { price: { min: 1, max: 77_777_00, currency: 'CNY' as const } }

  test('are those of the revision that was matched, not of a later one', async () => {
    const { match, reviseOffer, offer } = await approvedPair()
    const half = await act(seeker, match, 'accept').expect(200)
    await act(provider, half, 'accept').expect(200)
    await reviseOffer({ ...secret, trl: 9 })
    assert.deepEqual((await read(seeker, match.body.id)).offer.content, offer.content)
    assert.equal((await read(officer, match.body.id)).offer.content.price.max, 77_777_00)
  })

  for (const [how, refuser] of [
    ['the other side declined', provider],
    ['the own side declined', seeker],
  ] as const) {
    test(`are not seen after ${how}`, async () => {
      const { match, reviseOffer } = await approvedPair()
      const half = await act(seeker, match, 'accept').expect(200)
      assert.ok((await read(seeker, match.body.id)).offer.content.price)
      await act(refuser, half, 'decline', { code: 'notRelevant', text: 'Not our field.' }).expect(200)
      await reviseOffer(secret)
      const seen = await read(seeker, match.body.id)
      assert.equal(seen.status, 'declined')
      assert.equal('price' in seen.offer.content || 'description' in seen.offer.content.texts.en, false)
      assert.equal('score' in seen, false)
      assert.deepEqual(seen.features, [])
    })
  }

  test('are not seen after the case was terminated', async () => {
    const { match, reviseOffer } = await approvedPair()
    const half = await act(seeker, match, 'accept').expect(200)
    await act(provider, half, 'accept').expect(200)
    const { id } = match.body
    assert.ok((await read(seeker, id)).offer.content.price)
    const before = (await seeker.get(`/v1/matches/${id}`)).headers.etag
    const events = (await running.events()).filter(({ subject }) => subject === id)
    const { need, offer } = events.at(-1)!.data as { need: MatchedNeed; offer: MatchedOffer }
    const data = { id: id.replace('match_', 'case_'), match: id, need, offer, reason: 'Funding was cut.' }
    await running.publish(caseEvents.terminated, data, 2)
    await running.settle()
    await reviseOffer(secret)
    const after = await seeker.get(`/v1/matches/${id}`).expect(200)
    assert.equal('price' in after.body.offer.content, false)
    assert.notEqual(after.headers.etag, before)
  })
})

describe('a refusal', () => {
  test('is a code for the other party; its text is for officers and for the side that wrote it', async () => {
    const { match } = await approvedPair()
    const text = 'Their last delivery failed.'
    await act(provider, match, 'decline', { code: 'other', text }).expect(200)
    const { id } = match.body
    assert.deepEqual((await read(seeker, id)).refusal, { code: 'other' })
    assert.deepEqual((await read(provider, id)).refusal, { code: 'other', text })
    assert.deepEqual((await read(officer, id)).refusal, { code: 'other', text })
  })

  test('keeps the pair apart until what it is about has changed, and then stands on the match for officers', async () => {
    const { match, reviseOffer, offer } = await proposedPair(market, { offer: { trl: 5 } })
    const { id } = match.body
    await act(officer, match, 'reject', { code: 'wrongMaturity' }).expect(200)
    const { en } = offer.content.texts
    await reviseOffer({ trl: 5, texts: { en: { ...en!, description: `${en!.description} robust` } } })
    assert.equal((await read(officer, id)).status, 'rejected')
  })

  test('that was overcome is told to officers alone', async () => {
    const { match, offer, need } = await proposedPair(market, { offer: { trl: 5 } })
    const { id } = match.body
    await act(officer, match, 'reject', { code: 'wrongMaturity' }).expect(200)
    await market.publishOffer({ ...offer.content, trl: 6 }, { id: offer.id, revision: 2 })
    await running.settle()
    const again = await fresh(id)
    assert.equal(again.body.status, 'proposed')
    assert.deepEqual(
      again.body.earlierRefusals.map(({ code, by }: any) => [code, by]),
      [['wrongMaturity', 'officer']],
    )
    await act(officer, again, 'approve').expect(200)
    const approved = await seeker.get(`/v1/matches/${id}`).expect(200)
    assert.equal('earlierRefusals' in approved.body, false)
    await act(seeker, approved, 'decline', { code: 'other', text: 'Too dear.' }).expect(200)
    await market.publishNeed({ ...need.content, minimumTrl: 4 }, { id: need.id, revision: 2 })
    await running.settle()
    const { earlierRefusals, refusal } = await read(officer, id)
    assert.deepEqual(
      earlierRefusals.map(({ code, text, by }: any) => [code, text, by]),
      [
        ['wrongMaturity', undefined, 'officer'],
        ['other', 'Too dear.', 'seeker'],
      ],
    )
    assert.equal(refusal, undefined)
  })
})

test('a lapsed match says why', async () => {
  const { match } = await approvedPair()
  for (const _step of ['reminded', 'lapsed']) {
    running.clock.advance({ hours: 24 * 30 })
    await running.settle()
  }
  for (const who of [officer, provider, seeker])
    assert.partialDeepStrictEqual(await read(who, match.body.id), { status: 'lapsed', lapseCause: 'noAnswer' })
})
