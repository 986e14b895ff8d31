import { elasticsearch } from './elasticsearch.ts'
import { kafka } from './kafka.ts'
import type { Kind, ProgramName } from './kind.ts'
import { mongodb } from './mongodb.ts'
import { toxiproxy } from './toxiproxy.ts'
import { versitygw } from './versitygw.ts'

export const kinds: Record<ProgramName, Kind> = { kafka, elasticsearch, mongodb, toxiproxy, versitygw }
