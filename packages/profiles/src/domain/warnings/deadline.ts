import { describePassed, passedDeadline } from '../deadline.ts'
import type { Check } from './check.ts'

/** A draft may keep it; whoever submits it is refused. */
export const deadlinePassed: Check = (content, context) => {
  const passed = passedDeadline(content, context, context.at)
  return passed ? [{ code: 'deadline-passed', path: 'responseDeadline', message: describePassed(passed) }] : []
}
