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
  /** What a guard found, for programs. */
  readonly found?: unknown

  constructor(
    kind: DomainError['kind'],
    code: string,
    message: string,
    more: Pick<Partial<DomainError>, 'allowed' | 'fields' | 'found'> = {},
  ) {
    super(message)
    this.kind = kind
    this.code = code
    this.allowed = more.allowed
    this.fields = more.fields
    this.found = more.found
  }
}

export const notFound = (what: string, id: string) =>
  new DomainError(
    'notFound',
    'not-found',
    `There is no ${what} ${id} that you may see. Check the id and who you are signed in as.`,
  )
