import assert from 'node:assert/strict'
import { type Problem, problem } from '@techbridge/contracts'

interface Answer {
  status: number
  headers: Record<string, string>
  body: unknown
}

/** Asserts that the answer is this problem, in the form of RFC 9457, and returns it. `code` is the end of its type. */
export const assertProblem = (answer: Answer, status: number, code: string): Problem => {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/)
  const given = problem.parse(answer.body)
  assert.equal(given.type, `urn:techbridge:problem:${code}`)
  assert.equal(given.status, status)
  assert.equal(given.code?.split('.')[0], code, 'what it says has a code')
  assert.ok(given.title.length > 0 && given.detail.length > 0, 'a title and a detail')
  return given
}

/** The paths of the fields that a problem complains about. */
export const fieldsOf = ({ errors = [] }: Problem) => errors.map(({ path }) => path)
