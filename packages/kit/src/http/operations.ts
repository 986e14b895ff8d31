import { BadPosition, type EventBus } from '@techbridge/bus'
import { type Group, groups, operationsApi } from '@techbridge/contracts'
import { notFound } from '../domain/index.ts'
import { badCursor } from './problem.ts'
import { implement, type Route } from './route.ts'

/** What an operator needs of the event flow: dead letters and lag. */
export const operationsRoutes = (bus: EventBus): Route[] => {
  const letter = async (id: string) => {
    const found = await bus.deadLetters.get(id)
    if (!found) throw notFound('dead letter', id)
    return found
  }
  return implement(operationsApi, {
    deadLetters: async ({ query: { group, cursor, limit } }) => {
      const found = await bus.deadLetters.list({ group, after: cursor, limit: limit + 1 }).catch((error) => {
        throw error instanceof BadPosition ? badCursor() : error
      })
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
      const names = Object.keys(groups) as Group[]
      const entries = await Promise.all(
        names.map(async (group) => {
          const byTopic = Object.values(await bus.lag(group))
          return [group, byTopic.reduce((sum, lag) => sum + lag, 0)] as const
        }),
      )
      return { body: { groups: Object.fromEntries(entries) as Record<Group, number> } }
    },
  })
}
