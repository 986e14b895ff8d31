import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import { matchesOf, openMarket } from './market.ts'

const market = await openMarket({ empty: true })

const english = (title: string, summary: string, description: string) => ({
  originalLanguage: 'en',
  texts: { en: { title, summary, description } },
  keywords: {},
})

test('the first need and the first offer of a new installation are found to match', async () => {
  const offer = await market.publishOffer(
    offerContent(
      english(
        'Zirconium dosimeter for neutron beams',
        'A thin zirconium dosimeter reads neutron dose at once.',
        'The zirconium foil is read by thermoluminescence; neutron and gamma dose are told apart. Calibrated to 2 per cent.',
      ),
    ),
  )
  const need = await market.publishNeed(
    needContent(
      english(
        'Dosimeter that tells neutron dose from gamma dose',
        'Our reactor needs a thin dosimeter for neutron beams.',
        'We look for a calibrated dosimeter foil with thermoluminescence readout for neutron and gamma fields.',
      ),
    ),
  )
  await market.running.settle()
  assert.equal((await matchesOf(market, { need: need.id, offer: offer.id })).length, 1)
})

test('a need about something else is not matched only because all is alike in form', async () => {
  const need = await market.publishNeed(
    needContent(
      english(
        'Accounting courses for village co-operatives',
        'Training in book-keeping is wanted.',
        'Treasurers of village savings groups want evening courses in book-keeping and audits.',
      ),
    ),
  )
  await market.running.settle()
  assert.deepEqual(await matchesOf(market, { need: need.id }), [])
})
