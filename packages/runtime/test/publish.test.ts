import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { INVALID_SPAN_CONTEXT, type SpanContext, type TracerProvider, trace } from '@opentelemetry/api'
import type { EventBus } from '@techbridge/bus'
import { offerEvents } from '@techbridge/contracts'
import { toCloudEvent } from '../src/aggregate.ts'
import { publishInSpan } from '../src/publish.ts'

const begun: { name: string; parent: SpanContext | undefined; links: SpanContext[] }[] = []
before(() => {
  const tracer: Partial<ReturnType<TracerProvider['getTracer']>> = {
    startSpan: (name, { links = [] } = {}, from) => {
      begun.push({ name, parent: from && trace.getSpanContext(from), links: links.map(({ context }) => context) })
      return trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
    },
  }
  trace.setGlobalTracerProvider({ getTracer: () => tracer } as TracerProvider)
})

const [one, other] = ['a', 'b'].map((letter) => `00-${letter.repeat(32)}-${letter.repeat(16)}-01`) as [string, string]

/** Publishes events of these traces, and gives the span that came of it. */
const spanOf = async (...traceparents: string[]) => {
  const events = traceparents.map((traceparent, at) => ({
    ...toCloudEvent('offers', 'offer_0123456789abcdef01234567', {
      seq: at + 1,
      type: offerEvents.withdrawn.type,
      at: '2026-11-24T08:00:00.000Z',
      by: { subject: 'test', role: 'system' },
      data: {},
    }),
    traceparent,
  }))
  await publishInSpan({ publish: async () => {} } as unknown as EventBus, events)
  const span = begun.pop()!
  assert.deepEqual([span.name, begun.length], ['publish techbridge.offers', 0])
  return span
}

test('events of one trace are published within it', async () => {
  const { parent, links } = await spanOf(one, one)
  assert.equal(parent?.spanId, 'a'.repeat(16))
  assert.deepEqual(links, [])
})

test('events of several traces are published in a trace of its own, with a link to each', async () => {
  const { parent, links } = await spanOf(one, other, one)
  assert.equal(parent, undefined)
  assert.deepEqual(
    links.map(({ traceId }) => traceId),
    ['a'.repeat(32), 'b'.repeat(32)],
  )
})
