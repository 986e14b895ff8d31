/** Whether two contents say the same; the order of fields says nothing, nor whether an accent is a character of its own. */
export const isSameContent = (one: unknown, other: unknown): boolean => {
  if (typeof one === 'string' && typeof other === 'string') return one.normalize() === other.normalize()
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [of, and] = [one, other].map((object) => Object.entries(object).filter(([, value]) => value !== undefined))
  const others = new Map(and)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    of?.length === others.size &&
    of.every(([name, value]) => others.has(name) && isSameContent(value, others.get(name)))
  )
}
