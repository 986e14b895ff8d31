import { elasticsearch } from './elasticsearch.ts'
import { kafka } from './kafka.ts'
import type { EngineName, Kind } from './kind.ts'
import { mongodb } from './mongodb.ts'

export const kinds: Record<EngineName, Kind> = { kafka, elasticsearch, mongodb }
