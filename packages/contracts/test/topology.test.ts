import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apis, eventContracts, groups, type Topic, topics } from '../src/index.ts'

describe('the event flow', () => {
  it('carries every event on the topic of its aggregate', () => {
    const astray = eventContracts.filter(
      ({ type, topic }) => topics[topic]?.aggregate !== (type as string).split('.')[1],
    )
    assert.deepEqual(astray, [])
  })

  it('has a publishing service for every topic, which has an API', () => {
    const services = Object.keys(apis)
    assert.deepEqual(
      Object.values(topics).filter(({ publisher }) => !services.includes(publisher)),
      [],
    )
  })

  it('has events on every topic', () => {
    const empty = Object.keys(topics).filter((topic) => !eventContracts.some((contract) => contract.topic === topic))
    assert.deepEqual(empty, [])
  })

  it('lets groups read topics that there are, each once', () => {
    for (const [group, read] of Object.entries(groups) as [string, readonly Topic[]][]) {
      assert.equal(new Set(read).size, read.length, `${group} reads a topic twice`)
      for (const topic of read) {
        assert.ok(topic in topics, `${group} reads ${topic}, which there is not`)
      }
    }
  })
})
