import { type Group, groups, type Topic } from '@techbridge/contracts'

/** Each consumer group with each topic that it reads. */
export const consumers = Object.entries(groups).flatMap(([group, read]) =>
  (read as readonly Topic[]).map((topic) => ({ group: group as Group, topic })),
)
