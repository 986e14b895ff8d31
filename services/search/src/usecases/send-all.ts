import type { ServerResponse } from 'node:http'

/** Sends the blocks no faster than the connection takes them, and ends it. Cuts it when it takes nothing for `stalledMs`. */
export const sendAll = async (
  response: ServerResponse,
  blocks: AsyncIterable<Buffer>,
  stalledMs: number,
): Promise<void> => {
  for await (const block of blocks) {
    if (response.destroyed) return
    if (!response.write(block)) await drained(response, stalledMs)
    if (response.destroyed) return
  }
  response.end()
}

/** Resolves when the connection has taken all, or is closed. */
const drained = (response: ServerResponse, stalledMs: number) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      response.off('drain', done).off('close', done)
      resolve()
    }
    const timer = setTimeout(() => {
      response.destroy()
      done()
    }, stalledMs)
    response.once('drain', done).once('close', done)
  })
