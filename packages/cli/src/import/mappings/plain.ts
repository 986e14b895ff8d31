import { z } from 'zod'
import { kinds } from '../record.ts'
import type { Mapping } from './index.ts'

const record = z.looseObject({
  key: z.string(),
  // The rest is checked by the server, after it made the name plain.
  organisation: z.looseObject({ id: z.string() }).optional(),
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
