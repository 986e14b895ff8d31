import type { Caller, Organisation, ProfileKind } from '@techbridge/contracts'

/*
 * What a listing is found by of a value that not everyone may know it has: the value behind the name of who may. Nobody can ask for another's
 * name, so no count or facet tells of it. No organisation has an id of the form of the office's, and no value a space.
 */
const ofOffice = (value: string) => `* ${value}`
const ofOwner = (organisation: string, kind: ProfileKind, value: string) => `${organisation} ${kind} ${value}`

/** The names of a hidden value of a listing. */
export const hiddenNames = ({ id }: Organisation, kind: ProfileKind, value: string): string[] => [
  ofOffice(value),
  ofOwner(id, kind, value),
]

const kindOf = { provider: 'offer', seeker: 'need' } as const

/** What the caller may ask for to find these values. */
export const namesFor = (caller: Caller | undefined, values: readonly string[]): string[] => {
  switch (caller?.role) {
    case undefined:
      return [...values]
    case 'provider':
    case 'seeker': {
      const { organisation, role } = caller
      return values.flatMap((value) => [value, ofOwner(organisation.id, kindOf[role], value)])
    }
    default:
      return values.flatMap((value) => [value, ofOffice(value)])
  }
}
