import assert from 'node:assert/strict'
import type { z } from 'zod'

/** The schema takes every one of `good` and none of `bad`. */
export const accepts = (schema: z.ZodType, good: readonly unknown[], bad: readonly unknown[] = []) => {
  for (const value of good) {
    const { error } = schema.safeParse(value)
    assert.equal(error, undefined, `refused ${JSON.stringify(value)}: ${error?.message}`)
  }
  for (const value of bad) assert.ok(!schema.safeParse(value).success, `took ${JSON.stringify(value)}`)
}
