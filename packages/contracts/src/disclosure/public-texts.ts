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
 * What a person wrote and everyone may read of a record, were it anonymous: every field that its schema declares public and written by
 * people, wherever it stands.
 */
export const publicTexts = (schema: RecordSchema, record: object): PublicText[] => {
  const texts: PublicText[] = []
  replaceTexts(schema, disclose(schema, { ...record, anonymous: true }, 'public'), (text, _, path) => {
    texts.push({ path: path.join('.'), text })
    return text
  })
  return texts
}
