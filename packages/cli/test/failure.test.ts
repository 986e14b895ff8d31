import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ProblemResponse } from '@techbridge/client'
import { exitCodeOf, explain, Failure } from '../src/failure.ts'

const url = 'http://127.0.0.1:8080'
const network = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

describe('a failure is told', () => {
  test('as what, where and what to do', () => {
    const response = new ProblemResponse({
      type: 'urn:techbridge:problem:invalid',
      title: 'Invalid content',
      status: 422,
      detail: 'The request is not valid. body.trl: must be a number',
      errors: [{ path: 'body.trl', message: 'must be a number' }],
      allowed: ['edit', 'submit'],
    })
    assert.equal(
      explain(response, url),
      'Invalid content (422): The request is not valid.\n  body.trl: must be a number\nPossible now: edit, submit',
    )
  })

  test('with the way to start the server when nothing answers', () => {
    assert.match(explain(network('ECONNREFUSED'), url), /Is Techbridge running\? .*npm start/)
    for (const broken of ['UND_ERR_SOCKET', 'ECONNRESET'])
      assert.match(explain(network(broken), url), /broke\. Is Techbridge running\?/)
    assert.match(explain(network('ENOTFOUND'), url), /Cannot reach .*ENOTFOUND.*--url/)
  })

  test('without a stack and without control characters of others', () => {
    const response = new ProblemResponse({ type: 'x', title: 'No', status: 409, detail: 'red \u001b[31mtext\u0007' })
    assert.equal(explain(response, url), 'No (409): red text')
    assert.equal(explain(new Error('oops'), url), 'Unexpected: oops')
  })

  test('with its exit code', () => {
    assert.equal(exitCodeOf(new Failure('x', { exitCode: 2 })), 2)
    assert.equal(exitCodeOf(new Error('x')), 1)
  })
})
