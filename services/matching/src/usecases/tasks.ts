import type { CloudEvent } from '@techbridge/contracts'
import { task } from '@techbridge/runtime'
import { explainToParties } from '../domain/explain.ts'
import { learn } from '../domain/learning.ts'
import { reasonsOf } from '../domain/reasons.ts'
import { documentOf, type Embedded, embeddedDocument } from './profiles-index.ts'

const atOnce = async () => undefined

export const documentTask = task(import.meta.url, 'documentTask', (event: CloudEvent) => documentOf(event, atOnce))
export const embeddedTask = task(import.meta.url, 'embeddedTask', (embedded: Embedded) =>
  embeddedDocument(embedded, atOnce),
)
/** What is learnt, and what from. */
interface ToLearn {
  current: Parameters<typeof learn>[0]
  decided: Parameters<typeof learn>[1]
}
export const learnTask = task(import.meta.url, 'learnTask', ({ current, decided }: ToLearn) => learn(current, decided))

export const explainTask = task(import.meta.url, 'explainTask', explainToParties)

/** What a match was scored by, and what the reader may read of it. */
interface ToExplain {
  scored: Parameters<typeof reasonsOf>[0]
  sides: Parameters<typeof reasonsOf>[1]
}
export const reasonsTask = task(import.meta.url, 'reasonsTask', ({ scored, sides }: ToExplain) =>
  reasonsOf(scored, sides),
)
