import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freePort, startDnsServer } from '@techbridge/testkit'
import { openTxtRecords } from '../src/txt-records.ts'

const server = await startDnsServer()
after(server.close)
const records = openTxtRecords([server.address])

describe('TXT records', () => {
  test('are returned each in one piece, as soon as the server has them', async () => {
    const long = 'x'.repeat(700)
    assert.deepEqual(await records.of('a.example'), [])
    server.publish('a.example', 'v=spf1 -all', long)
    assert.deepEqual(await records.of('a.example'), ['v=spf1 -all', long])
    assert.deepEqual(await records.of('A.Example'), ['v=spf1 -all', long])
  })

  test('that a name does not have are none', async () => {
    server.publish('empty.example')
    assert.deepEqual(await records.of('empty.example'), [])
    assert.deepEqual(await records.of('missing.example'), [])
  })

  test('are unknown when no server answers, whatever the name', async () => {
    server.refuse('refused.example')
    assert.equal(await records.of('refused.example'), undefined)
    const nobody = openTxtRecords([`127.0.0.1:${await freePort()}`])
    assert.equal(await nobody.of('a.example'), undefined)
    for (const name of ['', '.', 'x'.repeat(300), 'a..b']) assert.ok(!(await records.of(name))?.length, name)
  })
})
