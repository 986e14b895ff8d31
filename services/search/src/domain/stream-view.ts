import {
  type Caller,
  type CloudEvent,
  deadlineOf,
  discloseEvent,
  publicationOf,
  type SeenEvent,
} from '@techbridge/contracts'

/**
 * The event as far as the caller may see it, by what its contract discloses; `undefined` when it is not the caller's business. A need that
 * becomes public says until when it is open. Whether that is over depends on when the event is read.
 */
export const streamView = (event: CloudEvent, caller: Caller, hide: (id: string) => string): SeenEvent | undefined => {
  const seen = discloseEvent(event, caller, hide)
  if (!seen) return undefined
  const { kind, published } = publicationOf(event) ?? {}
  const deadline = kind === 'need' && published ? deadlineOf(published.content, published) : undefined
  return deadline ? { ...seen, data: { ...(seen.data as object), deadline } } : seen
}
