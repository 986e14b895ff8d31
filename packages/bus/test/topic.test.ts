import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topics } from '@techbridge/contracts'
import { topicOf } from '../src/topic.ts'

test('every aggregate of the topology has its topic', () => {
  for (const [topic, { aggregate }] of Object.entries(topics)) {
    assert.equal(topicOf(`techbridge.${aggregate}.published.v1`), topic)
  }
})

test('a type of no topic is an error that names it', () => {
  for (const type of ['techbridge.dream.had.v1', 'other.offer.published.v1', 'offer', '', undefined as never]) {
    assert.throws(() => topicOf(type), new RegExp(`no topic carries events of type ${type}`))
  }
})
