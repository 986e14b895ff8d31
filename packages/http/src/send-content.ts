import { pipeline } from 'node:stream/promises'
import { message } from '@techbridge/contracts'
import type { Response } from 'express'
import { HttpProblem } from './problem.ts'

/** Bytes that somebody sent once, to be saved by somebody else. */
export interface Content {
  bytes: number
  /** Media type as it was declared. */
  type: string
  /** What it is to be saved as. */
  name: string
  /** Changes with the content, and tells nothing about it. */
  etag: string
  sha256: string
  /** From `start` to before `end`. */
  read(range: { start: number; end: number }): AsyncIterable<Uint8Array>
}

/** Before the first byte is sent, but not where only headers are asked for. */
type Opening = () => Promise<void>

/** The one range that is asked for; all of the content where several are, or `If-Range` names another content. */
const rangeOf = ({ req }: Response, { bytes, etag }: Content) => {
  const all = { start: 0, end: bytes, isPart: false }
  const condition = req.get('if-range')
  if (condition !== undefined && condition !== etag) return all
  const ranges = req.range(bytes, { combine: true })
  if (ranges === -1)
    throw new HttpProblem(416, message('range-not-satisfiable', { bytes }), {}, { 'Content-Range': `bytes */${bytes}` })
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return all
  const [range] = ranges
  return range ? { start: range.start, end: range.end + 1, isPart: true } : all
}

/**
 * Sends bytes so that no browser takes them for a page of ours: they are saved, not shown, under the type that was declared and with no
 * guess at another. What fails before the first byte is a problem; later the connection breaks, so that nobody takes a part for the whole.
 */
export const sendContent = async (response: Response, content: Content, opened: Opening): Promise<void> => {
  const { bytes, type, name, etag, sha256, read } = content
  const { req } = response
  response.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization', 'Accept-Ranges': 'bytes' })
  if (req.fresh) return void response.status(304).end()
  const { start, end, isPart } = rangeOf(response, content)
  if (req.method !== 'HEAD') await opened()
  const pieces = read({ start, end })[Symbol.asyncIterator]()
  const first = req.method === 'HEAD' ? undefined : await pieces.next()
  response
    .status(isPart ? 206 : 200)
    .attachment(name)
    .set({
      'Content-Type': type,
      'Content-Length': String(end - start),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'X-Content-Type-Options': 'nosniff',
      ...(isPart && { 'Content-Range': `bytes ${start}-${end - 1}/${bytes}` }),
    })
  if (!first) return void response.end()
  await pipeline(async function* () {
    if (!first.done) yield first.value
    yield* { [Symbol.asyncIterator]: () => pieces }
  }, response).catch((error) => {
    if (!response.destroyed) response.destroy()
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
