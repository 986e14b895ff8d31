/** Why a file or an upload is not as the caller wants it. */
const fileTroubles = {
  missing: 'there is no such file',
  exists: 'there is such a file or upload already, and no file is overwritten',
  expired: 'the upload has expired',
  finished: 'the upload is finished',
  'no-such-part': 'the file has no such part',
  'part-too-long': 'the part is longer than announced',
  'part-too-short': 'the part is shorter than announced',
  'part-digest': 'the part does not have the SHA-256 that was announced',
  'part-differs': 'this part was received with other content, and no part is overwritten',
  incomplete: 'not all parts were received',
  digest: 'the file does not have the SHA-256 that was announced',
  type: 'the content does not begin like a file of the type that was announced',
  erased: 'the key of the file was erased, so that nobody can read it',
  damaged: 'the file was changed, shortened or moved where it is kept',
} as const
export type FileTrouble = keyof typeof fileTroubles

export class FileError extends Error {
  override name = 'FileError'
  readonly trouble: FileTrouble
  constructor(trouble: FileTrouble, options?: ErrorOptions) {
    super(fileTroubles[trouble], options)
    this.trouble = trouble
  }
}
