import { z } from 'zod'
import { opaque } from '../common/values.ts'
import { endpoint, page, pageQuery } from '../endpoint.ts'
import { groupNames, topicNames } from '../topology.ts'

const tag = 'operations'
const group = z.enum(groupNames).meta({ id: 'ConsumerGroup', description: 'Who reads the events' })
const params = z.object({ id: opaque(200).meta({ description: 'Identifier of a dead letter' }) })

const deadLetter = z
  .object({
    id: z.string().meta({ description: 'Identifier of the dead letter' }),
    group,
    topic: z.enum(topicNames).meta({ description: 'Topic of the event' }),
    event: z.unknown().meta({ description: 'The event, as it is in the log' }),
    reason: z.string().meta({ description: 'Why the group could not handle it' }),
    attempts: z.int().meta({ description: 'How often the group tried' }),
    at: z.string().meta({ description: 'When it was set aside, UTC' }),
    replayedAt: z.string().optional().meta({ description: 'When it was last delivered again, UTC' }),
  })
  .meta({ id: 'DeadLetter', description: 'An event that a consumer group could not handle' })

export const operationsApi = {
  deadLetters: endpoint({
    method: 'get',
    path: '/v1/dead-letters',
    tag,
    summary: 'List dead letters, newest first',
    access: ['admin'],
    query: z.object({ ...pageQuery, group: group.optional().meta({ description: 'Only those of this group' }) }),
    response: page(deadLetter),
  }),
  deadLetter: endpoint({
    method: 'get',
    path: '/v1/dead-letters/{id}',
    tag,
    summary: 'Read a dead letter',
    access: ['admin'],
    params,
    response: deadLetter,
  }),
  replay: endpoint({
    method: 'post',
    path: '/v1/dead-letters/{id}/replay',
    tag,
    summary: 'Deliver a dead letter to its group again',
    description: 'May be repeated: groups take an event that comes twice as one.',
    access: ['admin'],
    params,
    response: deadLetter,
    status: 202,
  }),
  lag: endpoint({
    method: 'get',
    path: '/v1/lag',
    tag,
    summary: 'What the event flow has not finished yet',
    description: 'Everything is done when every number is 0.',
    access: ['officer', 'admin'],
    response: z.object({
      groups: z.record(group, z.int()).meta({ description: 'Events in the log that the group has not handled' }),
      replays: z.record(group, z.int()).meta({ description: 'Replayed dead letters that the group has not handled' }),
      outboxes: z.record(z.string(), z.int()).meta({
        description: 'By service, records with events that are not in the log yet, counted up to 1000 of each kind',
      }),
    }),
  }),
}
