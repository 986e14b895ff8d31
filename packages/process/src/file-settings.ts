import { z } from 'zod'
import { BadConfig } from './bad-config.ts'
import { readSecret } from './credential-files.ts'

const text = z.string().min(1).optional()

export const defaultLargestFile = 256 * 1024 * 1024

/** The settings of services that keep files. All are optional, as other services leave them out. */
export const fileSettings = {
  FILES: text.describe('where files are kept: a folder, or s3://bucket/folder; in DATA_DIR when absent'),
  KEYS: text.describe(
    'where the keys that seal files are kept: a folder, or s3://bucket/folder, best apart from FILES; in DATA_DIR when absent',
  ),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .optional()
    .describe('address of the S3 service, http:// or https://; that of AWS when absent'),
  S3_REGION: text.describe('region of the buckets; us-east-1 when absent'),
  S3_ACCESS_KEY_ID: text.describe('who signs in at the S3 service; found as by the AWS tools when absent'),
  S3_SECRET_ACCESS_KEY: text.describe('its secret'),
  S3_SECRET_ACCESS_KEY_FILE: text.describe('file with what would be in S3_SECRET_ACCESS_KEY'),
  LARGEST_FILE: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 40)
    .optional()
    .describe('bytes that one file may have; 256 MiB when absent'),
  UPLOAD_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 30)
    .optional()
    .describe('hours after which an upload that is not finished is removed; 48 when absent'),
}

/** Where something is kept. */
export type Place = { folder: string } | { bucket: string; prefix: string }

/** Reads FILES or KEYS; `undefined` when it is not set. Throws `BadConfig`. */
export const placeOf = (name: 'FILES' | 'KEYS', given: string | undefined): Place | undefined => {
  if (given === undefined) return undefined
  if (!given.includes('://')) return { folder: given }
  const { bucket, folder = '' } =
    /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<folder>[\w./-]*))?$/.exec(given)?.groups ?? {}
  if (bucket === undefined)
    throw new BadConfig(`${name}: must be a folder, or s3:// and a bucket, such as s3://techbridge/files`)
  const path = folder.replace(/^\/+|\/+$/g, '')
  return { bucket, prefix: path === '' ? '' : `${path}/` }
}

interface S3Sign {
  S3_ACCESS_KEY_ID?: string | undefined
  S3_SECRET_ACCESS_KEY?: string | undefined
  S3_SECRET_ACCESS_KEY_FILE?: string | undefined
}

/** How to sign in at the S3 service; `undefined` when nothing is set. Throws `BadConfig`. */
export const s3CredentialsOf = (settings: S3Sign) => {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: given, S3_SECRET_ACCESS_KEY_FILE: file } = settings
  if (given !== undefined && file !== undefined)
    throw new BadConfig('S3_SECRET_ACCESS_KEY: is given twice, here and by S3_SECRET_ACCESS_KEY_FILE; leave one out')
  const secretAccessKey = file === undefined ? given : readSecret('S3_SECRET_ACCESS_KEY_FILE', file)
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined
  if (accessKeyId === undefined) throw new BadConfig('S3_ACCESS_KEY_ID: is needed with its secret')
  if (secretAccessKey === undefined) throw new BadConfig('S3_SECRET_ACCESS_KEY: is needed with S3_ACCESS_KEY_ID')
  return { accessKeyId, secretAccessKey }
}
