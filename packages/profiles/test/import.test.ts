import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerEvents } from '@techbridge/contracts'
import { draft, first, givenOffer, imported } from './offer-life.ts'

test('an import drafts what is not there', () => {
  const offer = givenOffer()
    .when(imported(false))
    .thenHappens([offerEvents.drafted, { content: first }])
  assert.equal(offer?.status, 'draft')
})

test('an import that publishes goes the whole way, so that the history tells it', () => {
  const offer = givenOffer()
    .when(imported(true))
    .thenHappens(offerEvents.drafted, offerEvents.submitted, [offerEvents.published, { revision: 1, content: first }])
  assert.equal(offer?.status, 'published')
})

test('an import leaves what is there as it is', () => {
  givenOffer(imported(false)).when(imported(true)).thenNothingHappens()
  givenOffer(imported(true)).when(imported(true, 3)).thenNothingHappens()
  givenOffer(draft).when(imported(true)).thenNothingHappens()
})
