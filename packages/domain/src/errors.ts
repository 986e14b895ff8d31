import { type Message, type MessageAt, type MessageCode, message, type NextStep, render } from '@techbridge/contracts'

/** A refusal by a rule of the domain, independent of HTTP; `kind` says which kind. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly kind: 'invalid' | 'forbidden' | 'notFound' | 'conflict'
  readonly said: Message
  /** The code of its message. The part before a dot is the type of the problem. */
  readonly code: MessageCode
  /** What may be done instead. */
  readonly allowed?: readonly string[]
  /** Who may do what now, where all may know. */
  readonly next?: readonly NextStep[]
  /** The offending fields of the command. */
  readonly fields?: readonly MessageAt[]
  /** What a guard found, as data. */
  readonly found?: unknown

  constructor(
    kind: DomainError['kind'],
    said: Message,
    more: Pick<Partial<DomainError>, 'allowed' | 'next' | 'fields' | 'found'> = {},
  ) {
    super(render(said))
    this.kind = kind
    this.said = said
    this.code = said.code
    this.allowed = more.allowed
    this.next = more.next
    this.fields = more.fields
    this.found = more.found
  }
}

export const notFound = (what: string, id: string) => new DomainError('notFound', message('not-found', { what, id }))
