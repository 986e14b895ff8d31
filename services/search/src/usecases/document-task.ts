import type { CloudEvent } from '@techbridge/contracts'
import { task } from '@techbridge/runtime'
import { documentOf } from '../domain/listing.ts'

const atOnce = async () => undefined

export const documentTask = task(import.meta.url, 'documentTask', (event: CloudEvent) => documentOf(event, atOnce))
