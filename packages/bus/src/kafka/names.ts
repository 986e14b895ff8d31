import { type Group, groupNames, type Topic, topics } from '@techbridge/contracts'

/** The names of the topology's topics and groups in the cluster. */
export interface Names {
  topic(topic: Topic): string
  /** Consumer group of the cluster. */
  group(group: Group): string
  /** Holds the dead letters of the group and the marks of their replay. */
  deadLetters(group: Group): string
  /** Holds what is replayed for the group; its members read it beside its topics. */
  retry(group: Group): string
}

/** `prefix` separates systems that share a cluster. */
export const namesWith = (prefix: string): Names => ({
  topic: (topic) => `${prefix}${topic}`,
  group: (group) => `${prefix}techbridge.${group}`,
  deadLetters: (group) => `${prefix}techbridge.dead-letters.${group}`,
  retry: (group) => `${prefix}techbridge.retry.${group}`,
})

/** Every topic that the bus needs, with its number of partitions. Topics without subjects, or with one order, have one partition. */
export const partitionCounts = (names: Names): Map<string, number> =>
  new Map([
    ...Object.entries(topics).map(([topic, { partitions }]) => [names.topic(topic as Topic), partitions] as const),
    ...groupNames.flatMap((group) => [[names.deadLetters(group), 1] as const, [names.retry(group), 1] as const]),
  ])
