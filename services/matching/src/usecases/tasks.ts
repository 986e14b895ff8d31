import type { CloudEvent } from '@techbridge/contracts'
import { task } from '@techbridge/runtime'
import { explainToParties } from '../domain/explain.ts'
import { documentOf } from './profiles-index.ts'

const atOnce = async () => undefined

export const documentTask = task(import.meta.url, 'documentTask', (event: CloudEvent) => documentOf(event, atOnce))
export const explainTask = task(import.meta.url, 'explainTask', explainToParties)
