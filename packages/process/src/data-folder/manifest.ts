import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refused } from './refused.ts'

export const manifestName = 'manifest.json'

const manifest = z.object({
  /** Of the data folder; see `format.ts`. */
  format: z.number().int().min(0),
  /** UTC instant of the copy. */
  at: z.iso.datetime(),
  files: z
    .array(
      z.object({
        name: z
          .string()
          .regex(/^(?:(?:files|keys)\/objects(?:\/[a-z0-9_-]+)+|[^/\\]+)$/, 'must be a name without a folder'),
        bytes: z.number().int(),
        sha256: z.string(),
      }),
    )
    .min(1),
})
export type Manifest = z.infer<typeof manifest>

export const readManifest = (folder: string): Manifest => {
  const file = join(folder, manifestName)
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read'
    throw new Refused(`${file} ${reason}: ${folder} holds no backup that was finished. Choose another backup.`, {
      cause,
    })
  }
}

/** Size and SHA-256 of a file. */
export const digestOf = async (folder: string, name: string): Promise<Manifest['files'][number]> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, name))) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { name, bytes, sha256: hash.digest('hex') }
}
