import { type CloudEvent, dataschemaOf, type EventContract } from '@techbridge/contracts'
import { pace } from '@techbridge/sqlite'
import { type EventBus, Poison } from './bus.ts'

/** An event that breaks its contract, or has none, was passed to `publish`. */
export class InvalidEvent extends Error {
  override name = 'InvalidEvent'
}

/**
 * The bus with every event checked against its contract. `publish` fails with `InvalidEvent` before anything is written; an invalid
 * event becomes a dead letter of the group that receives it, and `read` skips it and calls `onBroken`. Handlers and readers receive the
 * fields that the contract knows, and events of superseded types as events of the successor. An event type without a contract is
 * skipped, because a newer publisher may send types that this version does not know.
 */
export const validated = (
  bus: EventBus,
  contractOf: (type: string) => EventContract | undefined,
  onBroken: (event: CloudEvent, reason: string) => void = () => {},
): EventBus => ({
  async publish(events) {
    for (const event of events) {
      if (checked.has(event)) continue
      await pace()
      checkOutgoing(event, contractOf)
    }
    await bus.publish(events)
  },
  subscribe: ({ handleBatch, types, ...subscription }) =>
    bus.subscribe({
      ...subscription,
      handler: async (event) => {
        const accepted = acceptIncoming(event, contractOf, types)
        if (accepted) await subscription.handler(accepted)
      },
      handleBatch:
        handleBatch &&
        (async (events) => {
          const accepted: CloudEvent[] = []
          for (const event of events) {
            await pace()
            const known = acceptIncoming(event, contractOf, types)
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

/** Events that were found valid: they are not checked again. */
const checked = new WeakSet<CloudEvent>()

/** Fails with `InvalidEvent` for what `publish` would refuse. A valid event must not be changed afterwards, and is published without another check. */
export function checkOutgoing(event: CloudEvent, contractOf: ContractOf): void {
  const contract = contractOf(event.type)
  if (!contract) throw new InvalidEvent(`${event.type}: no contract has this event type`)
  if (contract.upcast) throw new InvalidEvent(`${event.type}: publish ${contract.upcast.to.type} instead`)
  const { error } = contract.envelope.safeParse(event)
  if (error) throw new InvalidEvent(`${event.type}: ${describe(error.issues)}`)
  checked.add(event)
}

function acceptIncoming(
  event: CloudEvent,
  contractOf: ContractOf,
  types?: ReadonlySet<string>,
): CloudEvent | undefined {
  if (typeof event.type !== 'string') throw new Poison('type: must be a text')
  const contract = contractOf(event.type)
  const isWanted = contract && (!types || types.has(typeRead(contract)))
  return isWanted ? parseAs(contract, event) : undefined
}

/** As which an event of the contract is read. */
const typeRead = ({ type, upcast }: EventContract): string => (upcast ? typeRead(upcast.to) : type)

/** Checks the event once: by its own contract, or by those of its successors, each of which converts the data of the one before. */
function parseAs(contract: EventContract, event: CloudEvent): CloudEvent {
  if (!contract.upcast) return parse(contract, event)
  const { to, data: upcast } = contract.upcast
  const read = upcast(event.data)
  if (read.error) throw new Poison(describe(read.error.issues, ['data']))
  return parseAs(to, { ...event, type: to.type, dataschema: dataschemaOf(to.type), data: read.data })
}

function parse({ envelope }: EventContract, event: CloudEvent): CloudEvent {
  const { data, error } = envelope.safeParse(event)
  if (error) throw new Poison(describe(error.issues))
  return data
}

/** Readers without a group have no dead letters: the groups of the topic have the invalid event among theirs. */
function acceptOrTell(event: CloudEvent, contractOf: ContractOf, onBroken: OnBroken): CloudEvent | undefined {
  try {
    return acceptIncoming(event, contractOf)
  } catch (error) {
    if (!(error instanceof Poison)) throw error
    onBroken(event, error.message)
    return undefined
  }
}

type Issues = readonly { path: PropertyKey[]; message: string }[]

const describe = (issues: Issues, within: readonly string[] = []) =>
  issues.map(({ path, message }) => `${[...within, ...path].join('.')}: ${message}`).join('; ')
