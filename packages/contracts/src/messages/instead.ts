/** What somebody may do with a record now. */
export type NextStep = { by: string; actions: readonly string[] }

/** Actions that are possible: the caller's, and where all may know what each may do, as `officer: clear, hold`. */
export type Allowed = { allowed: readonly string[]; open?: readonly string[] }

export const instead = ({ allowed, open = [] }: Allowed): string => {
  const yours = allowed.length > 0 ? `You may ${allowed.join(', ')}.` : 'There is nothing for you to do now.'
  return open.length > 0 ? `${yours} What each may do: ${open.join('; ')}.` : yours
}
