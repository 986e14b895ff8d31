import { type CloudEvent, dataschemaOf, type EventContract, Poison } from '@techbridge/contracts'
import { pace } from '@techbridge/sqlite'
import type { EventBus } from './bus.ts'

/** An event that breaks its contract, or that has none, was given to `publish`. */
export class InvalidEvent extends Error {
  override name = 'InvalidEvent'
}

/**
 * The bus with every event checked against its contract. `publish` fails with `InvalidEvent` before anything is written;
 * a broken event becomes a dead letter of the group that meets it, and `read` passes over it and tells `onBroken`. Handlers and
 * readers receive what the contract knows of the event, as an event of the type that followed where one did. An event type without a contract is passed over, because a newer publisher may already send types that come later here.
 */
export const validated = (
  bus: EventBus,
  contractOf: (type: string) => EventContract | undefined,
  onBroken: (event: CloudEvent, reason: string) => void = () => {},
): EventBus => ({
  async publish(events) {
    for (const event of events) {
      await pace()
      checkOutgoing(event, contractOf)
    }
    await bus.publish(events)
  },
  subscribe: ({ handleBatch, ...subscription }) =>
    bus.subscribe({
      ...subscription,
      handler: async (event) => {
        const accepted = acceptIncoming(event, contractOf)
        if (accepted) await subscription.handler(accepted)
      },
      handleBatch:
        handleBatch &&
        (async (events) => {
          const accepted: CloudEvent[] = []
          for (const event of events) {
            await pace()
            const known = acceptIncoming(event, contractOf)
            if (known) accepted.push(known)
          }
          await handleBatch(accepted)
        }),
    }),
  async *read(options) {
    for await (const { event, position } of bus.read(options)) {
      const accepted = acceptOrTell(event, contractOf, onBroken)
      if (accepted) yield { event: accepted, position }
    }
  },
  end: (topics) => bus.end(topics),
  covers: (whole, part) => bus.covers(whole, part),
  lag: (group) => bus.lag(group),
  pendingReplays: (group) => bus.pendingReplays(group),
  deadLetters: bus.deadLetters,
  ping: () => bus.ping(),
  close: () => bus.close(),
})

type ContractOf = Parameters<typeof validated>[1]
type OnBroken = NonNullable<Parameters<typeof validated>[2]>

/** Fails with `InvalidEvent` for what `publish` would refuse. */
export function checkOutgoing(event: CloudEvent, contractOf: ContractOf): void {
  const contract = contractOf(event.type)
  if (!contract) throw new InvalidEvent(`${event.type}: no contract has this event type`)
  if (contract.upcast) throw new InvalidEvent(`${event.type}: publish ${contract.upcast.to.type} instead`)
  const { error } = contract.envelope.safeParse(event)
  if (error) throw new InvalidEvent(`${event.type}: ${describe(error.issues)}`)
}

function acceptIncoming(event: CloudEvent, contractOf: ContractOf): CloudEvent | undefined {
  if (typeof event.type !== 'string') throw new Poison('type: must be a text')
  let contract = contractOf(event.type)
  let accepted = contract && parse(contract, event)
  for (; contract?.upcast && accepted; contract = contract.upcast.to) {
    const { to, data } = contract.upcast
    accepted = parse(to, { ...accepted, type: to.type, dataschema: dataschemaOf(to.type), data: data(accepted.data) })
  }
  return accepted
}

function parse({ envelope }: EventContract, event: CloudEvent): CloudEvent {
  const { data, error } = envelope.safeParse(event)
  if (error) throw new Poison(describe(error.issues))
  return data
}

/** Readers of the log have no dead letters: what is broken there, the groups of its topic have among theirs. */
function acceptOrTell(event: CloudEvent, contractOf: ContractOf, onBroken: OnBroken): CloudEvent | undefined {
  try {
    return acceptIncoming(event, contractOf)
  } catch (error) {
    if (!(error instanceof Poison)) throw error
    onBroken(event, error.message)
    return undefined
  }
}

const describe = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
