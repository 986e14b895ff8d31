import { Readable } from 'node:stream'
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Unavailable } from '@techbridge/port'
import { type ByteRange, checkedName, Exists, type Objects, once, wholeOf } from '../objects.ts'

export interface S3Settings {
  bucket: string
  /** Begins the names of all objects; with `/` at its end unless it is empty. */
  prefix: string
  /** Where the service is, if not at AWS. */
  endpoint?: string | undefined
  region: string
  /** Those of the environment when absent, as the SDK finds them. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined
}

const isTaken = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412
/** Two conditional writes at once: one of them may be told to try again. */
const isContended = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 409
const isMissing = (error: unknown) => error instanceof S3ServiceException && error.name === 'NoSuchKey'

const clientOf = ({ endpoint, region, credentials }: S3Settings) => {
  const config: S3ClientConfig = {
    region,
    forcePathStyle: true,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
  }
  return new S3Client(config)
}

/** Objects of an S3 bucket. A `put` is held in memory, for it must be repeatable and have its checksum in front. */
export const openS3Objects = (settings: S3Settings): Objects => {
  const { bucket, prefix } = settings
  const client = clientOf(settings)
  const keyOf = (name: string) => `${prefix}${checkedName(name)}`
  const at = (name: string) => ({ Bucket: bucket, Key: keyOf(name) })

  const unavailable = (error: unknown) =>
    new Unavailable(`the files in s3://${bucket} do not serve: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })

  const isThere = async (name: string) => {
    try {
      await client.send(new HeadObjectCommand(at(name)))
      return true
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false
      throw unavailable(error)
    }
  }

  /** Looks first: some servers close the connection of a body that they do not want, and that tells nothing. */
  const write = async (name: string, body: Buffer, tries = 5): Promise<void> => {
    if (await isThere(name)) throw new Exists(`${name} is there already`)
    try {
      await client.send(new PutObjectCommand({ ...at(name), Body: body, IfNoneMatch: '*' }))
    } catch (error) {
      if (isContended(error) && tries > 0) return write(name, body, tries - 1)
      if (isTaken(error) || (await isThere(name))) throw new Exists(`${name} is there already`)
      throw unavailable(error)
    }
  }

  async function* bodyOf({ Body }: GetObjectCommandOutput): AsyncGenerator<Uint8Array> {
    if (!Body) return
    try {
      if (!(Body instanceof Readable)) throw new TypeError('in Node the body is a stream')
      yield* Body
    } catch (error) {
      throw unavailable(error)
    }
  }

  const remove = async (name: string) => {
    try {
      await client.send(new DeleteObjectCommand(at(name)))
    } catch (error) {
      if (!isMissing(error)) throw unavailable(error)
    }
  }

  const rangeOf = ({ start, end }: ByteRange) => ({ Range: `bytes=${start}-${end - 1}` })

  return {
    put: async (name, content) => write(name, await wholeOf(content)),

    replace: async (name, content) => {
      try {
        await client.send(new PutObjectCommand({ ...at(name), Body: content }))
      } catch (error) {
        throw unavailable(error)
      }
    },

    get: async (name, range) => {
      if (range && range.end <= range.start) return once(new Uint8Array())
      try {
        return bodyOf(await client.send(new GetObjectCommand({ ...at(name), ...(range && rangeOf(range)) })))
      } catch (error) {
        if (isMissing(error)) return undefined
        // The object is shorter than what is read of it.
        if (error instanceof S3ServiceException && error.name === 'InvalidRange') return once(new Uint8Array())
        throw unavailable(error)
      }
    },

    list: async (folder) => {
      const names: string[] = []
      const within = `${keyOf(folder)}/`
      try {
        for (let token: string | undefined, more = true; more; more = token !== undefined) {
          const page = await client.send(
            new ListObjectsV2Command({ Bucket: bucket, Prefix: within, Delimiter: '/', ContinuationToken: token }),
          )
          for (const { Key = '' } of page.Contents ?? []) names.push(Key)
          for (const { Prefix = '' } of page.CommonPrefixes ?? []) names.push(Prefix.slice(0, -1))
          token = page.NextContinuationToken
        }
      } catch (error) {
        throw unavailable(error)
      }
      return names.map((key) => key.slice(prefix.length)).sort()
    },

    remove,
    // A bucket that keeps versions keeps this one too: it must not, or only for so long as backups are kept.
    wipe: remove,

    tidy: async () => undefined,

    ping: async () => {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }))
      } catch (error) {
        throw unavailable(error)
      }
    },

    close: async () => client.destroy(),
  }
}
