import { z } from 'zod'

/** The media types that documents may have. Beyond how it begins, no content is ever looked into. */
export const documentType = z
  .enum([
    'application/pdf',
    'application/pkcs7-mime',
    'application/pkcs7-signature',
    'application/timestamp-reply',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
    'image/jpeg',
    'image/png',
    'image/tiff',
    'text/csv',
    'text/plain',
  ])
  .meta({ id: 'DocumentType', description: 'Media type of a document' })
export type DocumentType = z.infer<typeof documentType>

export const documentStage = z.enum(['caseFile', 'annex', 'signedCopy']).meta({
  id: 'DocumentStage',
  description:
    'What a document is to its case. An `annex` is confidential: the other side opens it only once both have signed the NDA and nothing holds it back',
})
export type DocumentStage = z.infer<typeof documentStage>

export const documentStatus = z.enum(['uploading', 'available', 'empty']).meta({
  id: 'DocumentStatus',
  description:
    '`uploading`: a version is on its way, earlier ones can be read. `empty`: no version has arrived, because the upload ended without one',
})
export type DocumentStatus = z.infer<typeof documentStatus>

export const uploadEnd = z
  .enum(['cancelled', 'expired', 'otherContent'])
  .meta({ id: 'UploadEnd', description: 'Why an upload ended without a version' })
