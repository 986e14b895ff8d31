import type { Client } from '@techbridge/client'
import { type CloudEvent, searchApi } from '@techbridge/contracts'
import { Failure } from '../failure.ts'

const patienceMs = 20_000

/** The live feed of events that the story waits for. */
export interface Feed {
  /** The next event of the contract for which `matches` holds. Fails on a timeout. */
  expect(
    contract: { type: string },
    matches: (event: CloudEvent<string, any>) => boolean,
  ): Promise<CloudEvent<string, any>>
  close(): void
}

/** Follows the stream from now on; `heard` is called with each event when it arrives. */
export const openFeed = async (officer: Client, heard: (event: CloudEvent<string, any>) => void): Promise<Feed> => {
  const leaving = new AbortController()
  const messages = await officer.stream(searchApi.stream, { signal: leaving.signal })
  const arriving = messages[Symbol.asyncIterator]()
  /** Received while waiting for something else: there is no order between topics. */
  const early: CloudEvent<string, any>[] = []

  const next = async (type: string) => {
    const late = new Promise<never>((_, reject) => {
      const fail = () => reject(new Failure(`No ${type} came within ${patienceMs / 1000} seconds.`))
      AbortSignal.timeout(patienceMs).addEventListener('abort', fail)
    })
    const message = await Promise.race([arriving.next(), late])
    if (message.done) throw new Failure(`The stream of events ended while the demo waited for ${type}.`)
    return message.value.body as CloudEvent<string, any>
  }

  return {
    expect: async ({ type }, matches) => {
      const wanted = (event: CloudEvent<string, any>) => event.type === type && matches(event)
      const place = early.findIndex(wanted)
      if (place >= 0) return early.splice(place, 1)[0]!
      for (;;) {
        const event = await next(type)
        heard(event)
        if (wanted(event)) return event
        early.push(event)
      }
    },
    close: () => leaving.abort(),
  }
}
