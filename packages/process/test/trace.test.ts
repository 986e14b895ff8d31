import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { beginSpan, currentTrace, inSpan, traceContext } from '@techbridge/runtime'
import { startTelemetry, type Telemetry } from '../src/telemetry.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const parent = (flags: string) => `00-${traceId}-b7ad6b7169203331-${flags}`
const begun = (given?: string) => {
  const span = beginSpan('test', 'server', given)
  span.end()
  return traceContext(span.traceparent)!
}

const goesOn = () => {
  for (const [flags, sampled] of [
    ['01', 1],
    ['00', 0],
  ] as const) {
    const own = begun(parent(flags))
    assert.deepEqual([own.traceId, own.traceFlags], [traceId, sampled])
    assert.notEqual(own.spanId, 'b7ad6b7169203331')
  }
}

describe('a span without an SDK', () => {
  test('goes on with the trace of its parent, as a span of its own, sampled as it was', goesOn)

  test('begins a trace when there is no parent, or one that is malformed', () => {
    const nothing = `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`
    for (const given of [undefined, '', 'no', nothing, `${parent('01')}-more`, parent('01').toUpperCase()]) {
      const own = begun(given)
      assert.notEqual(own.traceId, traceId)
      assert.equal(own.traceFlags, 1)
    }
  })

  test('is what is being done now, for all that its work starts', async () => {
    const seen = await inSpan('test', 'server', undefined, async (span) => {
      await new Promise((resolve) => setImmediate(resolve))
      return [currentTrace(), span.traceparent]
    })
    assert.equal(seen[0], seen[1])
    assert.equal(currentTrace(), undefined)
  })
})

describe('with an SDK whose sampler leaves out what begins here, and a collector that refuses', () => {
  const collector = createServer((_request, response) => void response.writeHead(400).end())
  let telemetry: Telemetry
  before(async () => {
    collector.listen(0, '127.0.0.1')
    await once(collector, 'listening')
    Object.assign(process.env, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    })
    telemetry = await startTelemetry('test')
  })
  after(() => {
    collector.closeAllConnections()
    collector.close()
  })

  test('a span goes on with the trace of its parent, as a span of its own, sampled as it was', goesOn)

  test('a span that is left out tells what it causes', () => {
    const own = begun()
    assert.equal(own.traceFlags, 0)
    assert.notEqual(begun().traceId, own.traceId)
  })

  test('telemetry ends without a failure', () => telemetry.stop())
})
