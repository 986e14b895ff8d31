/** Actions that are possible. */
export type Allowed = { allowed: readonly string[] }

export const instead = ({ allowed }: Allowed): string =>
  allowed.length > 0 ? `You may ${allowed.join(', ')}.` : 'There is nothing for you to do now.'
