import type { CollectionSpec } from './store.ts'

/** `name` itself, if it means nothing but a name in the languages of all engines. */
export const checkedName = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new Error(`"${name}" is no name for a collection or a field`)
  return name
}

/** Gives back a field that `find` may name: a declared one or `_id`. */
export const declaredFields = (collection: string, { indexes }: CollectionSpec) => {
  const declared = new Set(['_id', ...indexes])
  return (field: string): string => {
    if (!declared.has(field)) {
      throw new Error(`${collection}.${field} is no declared index; declared are ${[...declared]}`)
    }
    return field
  }
}
