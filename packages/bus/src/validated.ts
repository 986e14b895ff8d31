import { type CloudEvent, type EventContract, Poison } from '@techbridge/contracts'
import type { EventBus } from './bus.ts'

/** An event that breaks its contract, or that has none, was given to `publish`. */
export class InvalidEvent extends Error {
  override name = 'InvalidEvent'
}

/**
 * The bus with every event checked against its contract. `publish` fails with `InvalidEvent` before anything is written;
 * a broken event becomes a dead letter of the group that meets it. Handlers receive what the contract knows of the event.
 * An event type without a contract is passed over, because a newer publisher may already send types that come later here.
 */
export const validated = (bus: EventBus, contractOf: (type: string) => EventContract | undefined): EventBus => ({
  async publish(events) {
    for (const event of events) checkOutgoing(event, contractOf)
    await bus.publish(events)
  },
  subscribe: (subscription) =>
    bus.subscribe({
      ...subscription,
      handler: async (event) => {
        const accepted = acceptIncoming(event, contractOf)
        if (accepted) await subscription.handler(accepted)
      },
    }),
  read: (options) => bus.read(options),
  end: (topics) => bus.end(topics),
  lag: (group) => bus.lag(group),
  deadLetters: bus.deadLetters,
  ping: () => bus.ping(),
  close: () => bus.close(),
})

type ContractOf = Parameters<typeof validated>[1]

function checkOutgoing(event: CloudEvent, contractOf: ContractOf): void {
  const contract = contractOf(event.type)
  if (!contract) throw new InvalidEvent(`${event.type}: no contract has this event type`)
  const { error } = contract.envelope.safeParse(event)
  if (error) throw new InvalidEvent(`${event.type}: ${describe(error.issues)}`)
}

function acceptIncoming(event: CloudEvent, contractOf: ContractOf): CloudEvent | undefined {
  if (typeof event.type !== 'string') throw new Poison('type: must be a text')
  const parsed = contractOf(event.type)?.envelope.safeParse(event)
  if (parsed?.error) throw new Poison(describe(parsed.error.issues))
  return parsed?.data
}

const describe = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
