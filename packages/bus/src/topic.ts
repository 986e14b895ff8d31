import { type CloudEvent, type Topic, topicNames, topics } from '@techbridge/contracts'

const topicByAggregate = new Map<string, Topic>(topicNames.map((topic) => [topics[topic].aggregate, topic]))

/** The topic of an event type: `techbridge.offer.published.v1` is of aggregate `offer`. Fails when no topic carries it. */
export function topicOf(type: CloudEvent['type']): Topic {
  const [system, aggregate = ''] = String(type).split('.')
  const topic = topicByAggregate.get(aggregate)
  if (system !== 'techbridge' || !topic) throw new Error(`no topic carries events of type ${type}`)
  return topic
}
