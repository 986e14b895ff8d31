import { type CloudEvent, type Group, groups, type Topic, topics } from '@techbridge/contracts'
import { partitionOf } from '../partition.ts'
import { topicOf } from '../topic.ts'

/** One partition of one topic. Besides the topics of the topology, the log holds the retry topics of each group. */
export interface Stream {
  topic: Topic | `retry/${Group}/${Topic}`
  partition: number
}

export const streamOf = ({ type, subject }: CloudEvent): Stream => {
  const topic = topicOf(type)
  return { topic, partition: partitionOf(subject, topics[topic].partitions) }
}

/** The stream of a group's replayed events of a topic: one partition, because a body that is not JSON has no subject. */
export const retryStream = (group: Group, topic: Topic): Stream => ({ topic: `retry/${group}/${topic}`, partition: 0 })

export const streamsOfTopic = (topic: Topic): Stream[] =>
  Array.from({ length: topics[topic].partitions }, (_, partition) => ({ topic, partition }))

export const streamsOfGroup = (group: Group): Stream[] =>
  groups[group].flatMap((topic) => [...streamsOfTopic(topic), retryStream(group, topic)])

/** The topic that the events of a stream were published to. */
export const originOf = ({ topic }: Stream): Topic => topic.slice(topic.lastIndexOf('/') + 1) as Topic

export const streamKey = ({ topic, partition }: Stream): string => `${topic}#${partition}`
