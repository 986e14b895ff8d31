import { messageAt } from '@techbridge/contracts'
import { passedDeadline, passedMessage } from '../deadline.ts'
import type { Check } from './check.ts'

/** A draft may be saved with it, but not submitted. */
export const deadlinePassed: Check = (content, context) => {
  const passed = passedDeadline(content, context, context.at)
  return passed ? [messageAt('responseDeadline', passedMessage(passed))] : []
}
