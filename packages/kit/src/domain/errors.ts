/** A rule of the domain says no. It knows no HTTP; `kind` says what sort of no it is. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly kind: 'invalid' | 'forbidden' | 'notFound' | 'conflict'
  /** Stable slug that programs may test for, such as `illegal-transition`. */
  readonly code: string
  /** What may be done instead. */
  readonly allowed?: readonly string[]
  /** The offending fields of the command. */
  readonly fields?: readonly { path: string; message: string }[]

  constructor(
    kind: DomainError['kind'],
    code: string,
    message: string,
    more: { allowed?: readonly string[]; fields?: readonly { path: string; message: string }[] } = {},
  ) {
    super(message)
    this.kind = kind
    this.code = code
    this.allowed = more.allowed
    this.fields = more.fields
  }
}

export const notFound = (what: string, id: string) =>
  new DomainError(
    'notFound',
    'not-found',
    `There is no ${what} ${id} that you may see. Check the id and who you are signed in as.`,
  )
