/** The same for the same object: a profile is matched with many others. */
export const remembering = <P extends object, R>(make: (profile: P) => R) => {
  const made = new WeakMap<P, R>()
  return (profile: P): R => {
    const result = made.get(profile) ?? make(profile)
    made.set(profile, result)
    return result
  }
}
