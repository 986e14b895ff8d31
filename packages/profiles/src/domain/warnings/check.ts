import type { MessageAt, NeedContent, OfferContent, Organisation } from '@techbridge/contracts'

/** What a check may look at. `at` is a UTC instant. */
export interface WarningContext {
  organisation: Organisation
  reference: string
  at: string
}

/** Looks for one kind of mistake. Paths of its warnings begin at the content: `ip.status`. */
export type Check = (content: OfferContent | NeedContent, context: WarningContext) => MessageAt[]
