import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addressSetting,
  apis,
  eventContracts,
  groupNames,
  groups,
  groupsOf,
  readers,
  rowOf,
  serviceNames,
  subscriptions,
  topicNames,
  topics,
} from '../src/index.ts'

const rows = serviceNames.map((name) => ({ name, ...rowOf(name)! }))
const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at)
const kept = ({ publishes }: (typeof rows)[number]) => Object.values(publishes).map(({ aggregate }) => aggregate)

describe('the manifest of services', () => {
  it('names each topic, aggregate, group and reader once', () => {
    for (const names of [
      rows.flatMap(({ publishes }) => Object.keys(publishes)),
      rows.flatMap(kept),
      rows.flatMap(({ groups, readers }) => [...Object.keys(groups), ...Object.keys(readers)]),
    ])
      assert.deepEqual(repeated(names), [])
  })

  it('lets groups read each topic once, and change aggregates of their own service alone', () => {
    for (const row of rows)
      for (const [group, { reads, changes }] of Object.entries(row.groups)) {
        assert.ok(reads.length > 0, group)
        assert.deepEqual(repeated(reads), [], group)
        for (const aggregate of changes) assert.ok(kept(row).includes(aggregate), `${group} changes ${aggregate}`)
      }
  })

  it('gives each service a setting for its addresses that every shell takes', () => {
    assert.equal(addressSetting('offers'), 'OFFERS_URL')
    assert.equal(addressSetting('open-public-licences'), 'OPEN_PUBLIC_LICENCES_URL')
  })

  it('gives each path to one service', () => {
    const firstParts = ({ api }: (typeof rows)[number]) => [
      ...new Set(Object.values(api).map(({ path }) => path.split('/').slice(0, 3).join('/'))),
    ]
    const shared = [...Object.values(apis.identity), ...Object.values(apis.operations)].map(({ path }) => path)
    assert.deepEqual(repeated([...rows.flatMap(firstParts), ...shared]), [])
  })
})

describe('the event flow', () => {
  it('carries every event on the topic of its aggregate', () => {
    const astray = eventContracts.filter(
      ({ type, topic }) => topics[topic]?.aggregate !== (type as string).split('.')[1],
    )
    assert.deepEqual(astray, [])
  })

  it('has events on every topic', () => {
    const empty = topicNames.filter((topic) => !eventContracts.some((contract) => contract.topic === topic))
    assert.deepEqual(empty, [])
  })

  it('is what the rows say: groups, readers, and each topic that they read', () => {
    assert.deepEqual(groups.licensing, ['techbridge.matches', 'techbridge.termsheets'])
    assert.deepEqual(readers.stream, topicNames)
    assert.deepEqual(groupNames, serviceNames.flatMap(groupsOf))
    assert.deepEqual(
      subscriptions.filter(({ topic }) => topic === 'techbridge.cases').map(({ service, reader }) => [service, reader]),
      [
        ['matching', 'matching'],
        ['search', 'stream'],
      ],
    )
  })
})
