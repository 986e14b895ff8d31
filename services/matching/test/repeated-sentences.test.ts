import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import { explainToParties } from '../src/domain/explain.ts'
import { analyseProfile, type PublishedNeed, type PublishedOffer } from '../src/domain/profile.ts'
import { assessPair } from '../src/usecases/assess-pair.ts'
import { act, matchesOf, openMarket } from './market.ts'
import { corpus, publishedNeed, publishedOffer, today } from './pairs.ts'

/** In each language what both abstracts say, a sentence that many offers repeat, and another one as long that none does. */
const spoken: Record<string, readonly [abstract: string, repeated: string, other: string]> = {
  en: [
    'Zorbik quallat mirvon filters.',
    'Our zorbik office licenses quallat patents.',
    'A fextor gauge measures gorvim.',
  ],
  zh: ['陶瓷膜过滤苦咸水。', '本中心负责陶瓷膜技术许可。', '传感器测量池塘盐度。'],
  th: ['เมมเบรนเซรามิกกรองน้ำกร่อย', 'สำนักงานให้สิทธิเทคโนโลยีเมมเบรนเซรามิก', 'เซ็นเซอร์วัดความเค็มของบ่อ'],
  vi: ['Màng gốm lọc nước lợ.', 'Văn phòng cấp phép công nghệ màng gốm.', 'Cảm biến đo độ mặn của ao.'],
  my: ['ကြွေအမြှေးပါးသည် ရေငန်ကို စစ်သည်။', 'ရုံးသည် ကြွေအမြှေးပါးနည်းပညာကို လိုင်စင်ပေးသည်။', 'အာရုံခံကိရိယာသည် ဆားငန်ကို တိုင်းသည်။'],
}

const indexed = <P extends PublishedNeed | PublishedOffer>(profile: P) => ({ profile, text: analyseProfile(profile) })

describe('a sentence that many offers repeat', () => {
  for (const [language, [abstract, repeated, other]] of Object.entries(spoken)) {
    const textsOf = (description: string) => ({
      originalLanguage: language,
      texts: { [language]: { title: abstract, summary: abstract, description } },
      keywords: {},
    })
    const marks = analyseProfile(publishedOffer(offerContent(textsOf(repeated)))).sentences
    const counts = { ...corpus.counts, [`lang:${language}`]: 1000 }
    const known = { ...corpus, counts: { ...counts, ...Object.fromEntries(marks.map((mark) => [mark, 50])) } }
    const assessed = (needHides: string, offerHides: string, statistics: typeof corpus = known) =>
      assessPair(
        indexed(publishedNeed(needContent(textsOf(needHides)))),
        indexed(publishedOffer(offerContent(textsOf(offerHides)))),
        statistics,
        today,
      )

    test(`tells no party whether it stands in what the other hides: ${language}`, () => {
      const own = `${repeated}\n${abstract}`
      assert.notEqual(assessed(own, own).score, assessed(other, other).score, 'officers read all')
      const told = (needHides: string, offerHides: string) => explainToParties(assessed(needHides, offerHides))
      assert.deepEqual(told(repeated, own).provider, told(other, own).provider)
      assert.deepEqual(told(own, repeated).seeker, told(own, other).seeker)
    })

    test(`tells no party whether others hide it too: ${language}`, () => {
      const rare = assessed(repeated, repeated, { ...corpus, counts })
      const common = assessed(repeated, repeated)
      assert.notEqual(rare.score, common.score, 'officers read all')
      assert.deepEqual(explainToParties(common), explainToParties(rare))
    })
  }
})

test('over HTTP a party reads the same, whether its sentence is in what the other side hides or not', async () => {
  const market = await openMarket()
  const { publishOffer, publishNeed, running, officer, provider } = market
  const motto =
    'Rooted in Zanthorium county, our laboratories serve growers, millers, packers and exporters everywhere.'
  const contentOf = (abstract: string, description: string) => ({
    texts: { en: { title: abstract, summary: abstract, description } },
    keywords: {},
  })
  for (const words of ['mirvon teptok', 'blanduk fextor', 'gorvim hadruk', 'jilpot kastrom'])
    await publishOffer(offerContent(contentOf(words, motto)), { organisation: organisations.institute })

  const seen: unknown[] = []
  for (const [subject, hidden] of [
    ['a', `Nortag lumbix.\n${motto}`],
    ['b', 'Nortag lumbix.\nRare dremsit opquint vesdra.'],
  ] as const) {
    const words = ['zorbik', 'quallat', 'tavrik', 'solmet', 'dranvil'].map((word) => `${word}${subject}`).join(' ')
    const offer = await publishOffer(offerContent(contentOf(words, motto)))
    const need = await publishNeed(needContent(contentOf(`${words} laboratories`, hidden)))
    await running.settle()
    const [found] = await matchesOf(market, { offer: offer.id, need: need.id })
    const match = await officer.get(`/v1/matches/${found.id}`).expect(200)
    await act(officer, match, 'approve').expect(200)
    const { body } = await provider.get(`/v1/matches/${found.id}`).expect(200)
    seen.push(
      JSON.parse(
        JSON.stringify([body.score, body.features]).replaceAll(new RegExp(`(?<=[a-z])${subject}\\b`, 'g'), ''),
      ),
    )
  }
  assert.deepEqual(seen[0], seen[1])
})
