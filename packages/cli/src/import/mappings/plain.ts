import { organisation } from '@techbridge/contracts'
import { z } from 'zod'
import { kinds } from '../record.ts'
import type { Mapping } from './index.ts'

const record = z.looseObject({
  key: z.string(),
  organisation: organisation.optional(),
  content: z.unknown().optional(),
})

/**
 * The format of Techbridge itself: `{"key", "organisation"?, "content"}`, or the fields of the content beside `key`. The content is checked
 * by the server.
 */
export const plain: Mapping<z.output<typeof record>> = {
  as: kinds,
  record,
  toRow: ({ key, organisation, content, ...rest }) => ({
    ...(content === undefined ? { content: rest } : { ...rest, content }),
    key,
    ...(organisation && { organisation }),
  }),
}
