import type { DocumentType } from '@techbridge/contracts'

/** How the content of a type begins, and in what: `bytes` at the start, or text without NUL. */
interface Beginning {
  bytes?: readonly (readonly number[])[]
  text?: true
}

const zip: Beginning = { bytes: [[0x50, 0x4b, 0x03, 0x04]] }
const asn1: Beginning = { bytes: [[0x30]] }

/**
 * The media types that are kept, with how each begins. Nothing else of a content is ever read: an archive is not unpacked, a script in a
 * PDF not run. The check finds mistakes and the crudest of disguises, no more.
 */
const beginnings: Readonly<Record<DocumentType, Beginning>> = {
  'application/pdf': { bytes: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  'image/png': { bytes: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  'image/jpeg': { bytes: [[0xff, 0xd8, 0xff]] },
  'image/tiff': {
    bytes: [
      [0x49, 0x49, 0x2a, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
    ],
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': zip,
  'application/vnd.oasis.opendocument.text': zip,
  'application/vnd.oasis.opendocument.spreadsheet': zip,
  'application/zip': zip,
  'application/pkcs7-mime': asn1,
  'application/pkcs7-signature': asn1,
  'application/timestamp-reply': asn1,
  'text/plain': { text: true },
  'text/csv': { text: true },
}

const isKnown = (type: string): type is DocumentType => Object.hasOwn(beginnings, type)

/** Bytes from the start that the check looks at. */
const lookedAt = 512

/** Whether a content that begins so may be of the type. An empty one may not, unless it is text. */
export const beginsLike = (type: string, start: Uint8Array): boolean => {
  if (!isKnown(type)) return false
  const { bytes, text } = beginnings[type]
  if (text) return !start.subarray(0, lookedAt).includes(0)
  return bytes?.some((wanted) => wanted.every((byte, place) => start[place] === byte)) ?? false
}
