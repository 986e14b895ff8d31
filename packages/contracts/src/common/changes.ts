import { z } from 'zod'
import { shown, whole } from '../disclosure/marks.ts'
import { messageFields } from '../messages/message.ts'

/** A text of the request that is stored differently from how it was sent. */
export const change = whole(
  z
    .object({
      path: z.string().meta({ description: 'Place in the request, e.g. `body.texts.en.title`' }),
      message: z.string().meta({ description: 'What became of it, e.g. `"10<sup>6</sup>" became "10⁶"`' }),
      code: messageFields.code.optional(),
      params: messageFields.params.optional(),
    })
    .meta({ id: 'Change', description: 'A text of the request that was made plain' }),
)
export type Change = z.infer<typeof change>

/** The most changes in one response; the last one says how many more there are. */
export const maxChanges = 50

/** Part of every response to a request with texts. */
export const changed = shown(
  'public',
  z
    .array(change)
    .max(maxChanges)
    .optional()
    .meta({ description: 'Texts of this request that were made plain; absent when there were none' }),
)
