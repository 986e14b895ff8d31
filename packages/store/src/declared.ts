import type { CollectionSpec } from './store.ts'

/** `name` itself, if it is a plain name in the query languages of all engines. */
export const checkedName = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new Error(`"${name}" is no name for a collection or a field`)
  return name
}

export interface Declared {
  /** Returns a scalar field or `_id`, and fails for any other. */
  scalar(field: string): string
  isList(field: string): boolean
}

/** The fields that `find` may name. */
export const declaredFields = (collection: string, { indexes, lists = [] }: CollectionSpec): Declared => {
  const declared = new Set(['_id', ...indexes])
  return {
    scalar: (field) => {
      if (declared.has(field)) return field
      throw new Error(`${collection}.${field} is no declared index; declared are ${[...declared]}`)
    },
    isList: (field) => lists.includes(field),
  }
}

/** The texts of which a list must have one. */
export const textsOf = (field: string, wanted: unknown): string[] =>
  [wanted].flat().map((text) => {
    if (typeof text !== 'string') throw new TypeError(`the list ${field} is to be compared with what is no text`)
    return text
  })
