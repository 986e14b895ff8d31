import type { Aggregates } from '@techbridge/runtime'
import type { DirectoryEntry, OrganisationCommand } from '../domain/organisation.ts'

export type Organisations = Aggregates<DirectoryEntry, OrganisationCommand>

/** Whether people may join it and act for it: it is neither suspended nor merged. */
export const isOpen = async (organisations: Organisations, id: string): Promise<boolean> =>
  ['claimed', 'verified'].includes(String((await organisations.get(id))?.state.status))

/** Longer chains than this do not occur; a circle, which two simultaneous changes can make, ends here. */
const mostSteps = 50

/** The organisation that goes on for an id: itself, or the one that it was merged into. */
const organisationBehind = async (organisations: Organisations, id: string) => {
  let found = await organisations.get(id)
  for (let steps = 0; found?.state.mergedInto !== undefined && steps < mostSteps; steps++)
    found = await organisations.get(found.state.mergedInto)
  return found
}

/** The ids of organisations that were merged into each other in a circle which this one is part of; none usually. */
export const mergedInCircle = async (organisations: Organisations, id: string): Promise<string[]> => {
  const passed = [id]
  let next = (await organisations.get(id))?.state.mergedInto
  for (let steps = 0; next !== undefined && steps < mostSteps; steps++) {
    if (next === id) return passed
    passed.push(next)
    next = (await organisations.get(next))?.state.mergedInto
  }
  return []
}

/** Whether an organisation stands above another, or is it. Only what is confirmed counts. */
export const standsAbove = async (organisations: Organisations, above: string, below: string): Promise<boolean> => {
  let next: string | undefined = below
  for (let steps = 0; next !== undefined && steps < mostSteps; steps++) {
    const found = await organisationBehind(organisations, next)
    if (next === above || found?._id === above) return true
    const parent: DirectoryEntry['parent'] = found?.state.parent
    next = parent?.confirmed ? parent.id : undefined
  }
  return false
}
