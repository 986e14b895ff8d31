import type { Context } from 'hono'
import type { Visit } from '../visit.ts'
import { message, notFound } from './problem.ts'

/** The terms of a case as a document to keep, in the reader's language beside the prevailing one. */
export const termSheetFile = async (context: Context, visit: Visit, id: string) => {
  const path = `/v1/cases/${encodeURIComponent(id)}/term-sheet/document?lang=${visit.language}`
  const response = await visit.fetch(path)
  const { ok, status } = response
  if (status === 404) return notFound(context, visit)
  if (!ok) return message(context, visit, 503, visit.texts.unavailable)
  context.header('Content-Disposition', 'attachment; filename="term-sheet.pdf"')
  context.header('Content-Type', 'application/pdf')
  return context.body(await response.arrayBuffer())
}
