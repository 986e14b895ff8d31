import type { z } from 'zod'
import { replaceTexts } from '../common/writing.ts'
import { disclose } from './disclose.ts'

export type RecordSchema = z.ZodType

export interface PublicText {
  /** Of the field in the record, such as `texts.zh.summary`. */
  path: string
  text: string
}

/**
 * The texts of a record that people write and that would be public if it were anonymous: every field that its schema declares so, at
 * any depth.
 */
export const publicTexts = (schema: RecordSchema, record: object): PublicText[] => {
  const texts: PublicText[] = []
  replaceTexts(schema, disclose(schema, { ...record, anonymous: true }, 'public'), (text, _, path) => {
    texts.push({ path: path.join('.'), text })
    return text
  })
  return texts
}
