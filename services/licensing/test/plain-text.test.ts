import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { startService } from '@techbridge/testkit'
import { createLicensing } from '../src/service.ts'
import { need, offer } from './case-life.ts'

const running = await startService({ licensing: createLicensing })
after(running.close)
const officer = await running.as('officer')

const id = `match_${'1'.padStart(24, '0')}`
const path = `/v1/cases/${id.replace('match', 'case')}`
await running.publish(matchEvents.agreed, { id, need, offer: { ...offer, title: '<b>Drip</b> &amp;amp; fog' } }, 5)
await running.settle()

test('a case shows as plain text what an earlier version agreed on with markup', async () => {
  const { body } = await officer.get(path).expect(200)
  assert.equal(body.offer.title, 'Drip & fog')
  const { body: history } = await officer.get(`${path}/history`).expect(200)
  assert.equal(history.items[0].data.offer.title, 'Drip & fog')
})

test('the reason of its end is made plain, and the answer says so', async () => {
  const { headers } = await officer.get(path).expect(200)
  const end = () =>
    officer
      .post(`${path}/terminate`)
      .set({ 'If-Match': headers.etag!, 'Idempotency-Key': 'end' })
      .send({ reason: '<ul><li>no budget</li><li>x &lt; 5</li></ul>' })
      .expect(200)
  const { body } = await end()
  assert.equal(body.termination.reason, '- no budget\n- x < 5')
  assert.deepEqual(
    body.changed.map((one: { path: string }) => one.path),
    ['body.reason'],
  )
  assert.deepEqual((await end()).body, body)
})
