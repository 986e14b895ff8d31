import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organisations } from '@techbridge/testkit'
import { remembering } from '../src/remembered.ts'

const start = 1_700_000_000_000
const caller = { subject: 'somchai', role: 'seeker', organisation: organisations.cooperative } as const

const open = () => {
  const asked: string[] = []
  let now = start
  const authenticate = remembering(
    async (token) => {
      asked.push(token)
      if (token.startsWith('bad')) throw new Error('refused')
      return { caller, issued: start / 1000, expires: start / 1000 + 40 }
    },
    () => now,
  )
  const later = (seconds: number) => {
    now += seconds * 1000
  }
  return { asked, authenticate, later }
}

test('an accepted token is looked at again after half a minute, and from its end on', async () => {
  const { asked, authenticate, later } = open()
  assert.equal((await authenticate('a')).caller, caller)
  later(29)
  assert.equal((await authenticate('a')).caller, caller)
  assert.deepEqual(asked, ['a'])
  later(1)
  await authenticate('a')
  assert.deepEqual(asked, ['a', 'a'])
  later(10)
  await authenticate('a')
  assert.deepEqual(asked, ['a', 'a', 'a'], 'it has ended, and is no longer remembered')
})

test('a refused token is looked at each time, and another token by itself', async () => {
  const { asked, authenticate } = open()
  for (const token of ['bad', 'bad']) await assert.rejects(authenticate(token), /refused/)
  await authenticate('a')
  await authenticate('b')
  assert.deepEqual(asked, ['bad', 'bad', 'a', 'b'])
})

test('a bounded number of tokens is remembered', async () => {
  const { asked, authenticate } = open()
  for (let n = 0; n <= 1000; n++) await authenticate(`token ${n}`)
  await authenticate('token 1000')
  await authenticate('token 0')
  assert.equal(asked.length, 1002)
})
