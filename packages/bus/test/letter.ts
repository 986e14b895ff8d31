import type { Letter } from '../src/kafka/dead-letter-index.ts'

/** A dead letter of the group `search`. */
export const letter = (id: string, at: string): Letter => ({
  id,
  group: 'search',
  topic: 'techbridge.offers',
  body: '{}',
  reason: 'broken',
  attempts: 1,
  at,
})
