import { createHash } from 'node:crypto'
import { type ExplanationLanguage, message } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import type { Content } from '@techbridge/http'
import { type Typesetter, unreadable } from '@techbridge/typesetter'
import type { LicensingCase } from '../domain/case.ts'
import type { TermSheet } from '../domain/term-sheet/term-sheet.ts'
import { termSheetPage } from './term-sheet-page.ts'

/** The term sheet as a PDF to be saved. Fails with a conflict when the fonts lack letters of the terms. */
export const termSheetFile = async (
  sheet: TermSheet,
  licensingCase: LicensingCase,
  language: ExplanationLanguage,
  typesetter: Typesetter,
): Promise<Content> => {
  const page = termSheetPage(sheet, licensingCase, language)
  const values = [page.rows, ...page.sections.map(({ rows }) => rows)].flat().flatMap((row) => row.values)
  const letters = unreadable(values.join('\n'))
  if (letters.length > 0) throw new DomainError('conflict', message('document-unreadable', { letters }))
  const pdf = await typesetter.pdf(page)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  return {
    bytes: pdf.length,
    type: 'application/pdf',
    name: `term-sheet-${sheet.version}-${language}.pdf`,
    etag: `"${sha256.slice(0, 32)}"`,
    sha256,
    read: async function* ({ start, end }) {
      yield pdf.subarray(start, end)
    },
  }
}
