import { type ClauseDifference, clauseNames, type FieldDifference, type Terms } from '@techbridge/contracts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasName = (value: unknown): value is Fields & { name: string } =>
  isFields(value) && typeof value.name === 'string'

const isSimple = (value: unknown) => typeof value !== 'object' || value === null

/** An amount is one value: its currency belongs to it. */
const isAmount = (value: unknown) => isFields(value) && 'amount' in value && 'currency' in value

/**
 * A list as fields. Entries with a name stand under it, and a list of simple values is a set, so that another order is no difference.
 * Everything else stands under its place, from 1.
 */
const entriesOf = (list: readonly unknown[]): Fields => {
  const names = list.flatMap((one) => (hasName(one) ? [one.name] : []))
  const isNamed = names.length === list.length && new Set(names).size === list.length
  return Object.fromEntries(list.map((one, at) => [isNamed && hasName(one) ? `“${one.name}”` : String(at + 1), one]))
}

const asSet = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted()

const isSameSet = (one: readonly unknown[], other: readonly unknown[]) =>
  JSON.stringify(asSet(one)) === JSON.stringify(asSet(other))

const isSimpleList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(isSimple)

const fieldsOf = (value: unknown): Fields | undefined => {
  if (Array.isArray(value)) return entriesOf(value)
  return isFields(value) && !isAmount(value) ? value : undefined
}

const leaf = (path: string, from: unknown, to: unknown): FieldDifference => ({
  path,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

const differences = (from: unknown, to: unknown, path: string): FieldDifference[] => {
  if (isSimpleList(from) && isSimpleList(to)) return isSameSet(from, to) ? [] : [leaf(path, from, to)]
  const [before, after] = [fieldsOf(from), fieldsOf(to)]
  if (before && after) {
    return Object.keys({ ...before, ...after }).flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    )
  }
  return sameValue(from, to) ? [] : [leaf(path, from, to)]
}

/** Simple values and amounts; the fields of an amount may be in any order. */
const sameValue = (one: unknown, other: unknown): boolean => {
  if (!isFields(one) || !isFields(other)) return one === other
  const names = Object.keys({ ...one, ...other })
  return names.every((name) => one[name] === other[name])
}

/** What differs between two versions, clause by clause and field by field. Nothing when they say the same. */
export const differenceOf = (before: Terms, after: Terms): ClauseDifference[] =>
  clauseNames.flatMap((clause) => {
    const [from, to] = [before[clause], after[clause]]
    const change =
      from === undefined ? ('added' as const) : to === undefined ? ('removed' as const) : ('changed' as const)
    const fields = change === 'changed' ? differences(from, to, '') : differences(from ?? {}, to ?? {}, '')
    return from === to || (change === 'changed' && fields.length === 0) ? [] : [{ clause, change, fields }]
  })
