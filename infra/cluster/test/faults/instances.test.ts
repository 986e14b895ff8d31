import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { signIn } from '@techbridge/client'
import { type Group, groups, matchesApi, searchApi, type Topic, topics } from '@techbridge/contracts'
import { transferOffice } from '@techbridge/local'
import kafkajs from 'kafkajs'
import { eventually, onEngines, openCluster, seeded, underLoad, untilMoreIsDone } from './harness.ts'
import { pairs } from './sample.ts'

const { AssignerProtocol, Kafka, logLevel } = kafkajs

/** How many partitions of its topics each member of a group has at present. */
const shares = async (brokers: string[], group: Group): Promise<number[]> => {
  const admin = new Kafka({ brokers, clientId: 'test', logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const described = await admin.describeGroups([`techbridge.${group}`])
  await admin.disconnect()
  const own: readonly string[] = groups[group]
  return described.groups[0]!.members.map(({ memberAssignment }) => {
    const assignment = AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}
    return own.reduce((sum, topic) => sum + (assignment[topic]?.length ?? 0), 0)
  })
}

const partitionsOf = (group: Group) =>
  groups[group].reduce((sum: number, topic: Topic) => sum + topics[topic].partitions, 0)

test(
  'two instances of each service share the work, hand over without loss, and serve while models are rebuilt',
  onEngines,
  async (t) => {
    const random = seeded(t)
    const opened = await openCluster(t, { instances: 2 })
    const { cluster } = opened
    const { brokers } = cluster.engines.kafka
    const shared = async (group: Group) => {
      const found = await shares(brokers, group)
      return found.length === 2 && found.every((share) => share > 0) && found[0]! + found[1]! === partitionsOf(group)
    }
    const untilShared = async () => {
      for (const group of Object.keys(groups) as Group[])
        await eventually(`two members share the partitions of ${group}`, () => shared(group))
    }
    await untilShared()
    await underLoad(t, opened, async (load) => {
      for (const [how, place] of pairs(['SIGTERM', 'SIGKILL'], [0, 1], random)) {
        const one = cluster.services.filter((_, number) => number % 2 === place)
        await Promise.all(
          one.map(async (service) => {
            await pause(random() * 2000)
            await (how === 'SIGTERM' ? service.restart() : service.kill())
          }),
        )
        await untilMoreIsDone(load, `with one instance, after ${how}`)
        await cluster.ready()
        await untilShared()
      }
      const admin = await signIn(cluster.url, 'admin', transferOffice)
      const rebuilds = [
        { rebuild: searchApi.rebuild, read: () => admin.call(searchApi.search) },
        { rebuild: matchesApi.rebuild, read: () => admin.call(matchesApi.list) },
      ]
      for (const { rebuild, read } of rebuilds) {
        let isRebuilding = true
        const rebuilt = admin.call(rebuild).finally(() => {
          isRebuilding = false
        })
        do assert.ok((await read()).body.items.length > 0, `${rebuild.path} leaves all to be read`)
        while (isRebuilding)
        assert.ok((await rebuilt).body.events > 0)
        await untilMoreIsDone(load, 'after a rebuild')
      }
    })
  },
)
