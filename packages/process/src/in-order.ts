/** Runs all steps one after the other, even when one fails; then fails with every error. */
export const inOrder = async (steps: readonly (() => unknown)[]): Promise<void> => {
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
}
