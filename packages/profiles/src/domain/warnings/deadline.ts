import { messageAt } from '@techbridge/contracts'
import { passedDeadline, saidOfPassed } from '../deadline.ts'
import type { Check } from './check.ts'

/** A draft may keep it; whoever submits it is refused. */
export const deadlinePassed: Check = (content, context) => {
  const passed = passedDeadline(content, context, context.at)
  return passed ? [messageAt('responseDeadline', saidOfPassed(passed))] : []
}
