import { earlierProfileEvents, profileEvents } from '../profiles/events.ts'
import { needContent, needType } from './content.ts'

export const needEvents = profileEvents('need', 'techbridge.needs', needType, needContent)

export const earlierNeedEvents = earlierProfileEvents('need', needEvents)
