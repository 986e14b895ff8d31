import type { EventBus } from '@techbridge/bus'
import { type Group, groupNames, operationsApi } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import type { Service } from '@techbridge/runtime'
import { implement, type Route } from './route.ts'

/** What an operator needs to know about the event flow: dead letters and lag. */
export const operationsRoutes = (bus: EventBus, services: readonly Service[]): Route[] => {
  const letter = async (id: string) => {
    const found = await bus.deadLetters.get(id)
    if (!found) throw notFound('dead letter', id)
    return found
  }
  return implement(operationsApi, {
    deadLetters: async ({ query: { group, cursor, limit } }) => {
      const found = await bus.deadLetters.list({ group, after: cursor, limit: limit + 1 })
      const items = found.slice(0, limit)
      return { body: { items, ...(found.length > limit && { next: items.at(-1)?.id }) } }
    },
    deadLetter: async ({ params: { id } }) => ({ body: await letter(id) }),
    replay: async ({ params: { id } }) => {
      await letter(id)
      await bus.deadLetters.replay(id)
      return { body: await letter(id) }
    },
    lag: async () => {
      const ofEachGroup = async (count: (group: Group) => Promise<number>) => {
        const entries = await Promise.all(groupNames.map(async (group) => [group, await count(group)] as const))
        return Object.fromEntries(entries) as Record<Group, number>
      }
      // In the order of the flow, so that an event that moves on meanwhile is counted twice rather than missed.
      const outboxes = Object.fromEntries(
        await Promise.all(services.map(async (service) => [service.name, await service.unpublished()] as const)),
      )
      const replays = await ofEachGroup((group) => bus.pendingReplays(group))
      const lag = await ofEachGroup(async (group) =>
        Object.values(await bus.lag(group)).reduce((sum, events) => sum + events, 0),
      )
      return { body: { groups: lag, replays, outboxes } }
    },
  })
}
