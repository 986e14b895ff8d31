import type { Guard } from '@techbridge/domain'
import type { DirectoryEntry, Relation } from './organisation.ts'

type EntryGuard = Guard<DirectoryEntry, Relation>

/** Nobody decides as an officer on what belongs to the own organisation. */
export const independent: EntryGuard = {
  name: 'independent-officer',
  passes: (_, { relations }) => !relations.includes('insider'),
}

export const documentSubmitted: EntryGuard = {
  name: 'document-submitted',
  passes: ({ document }) => document !== undefined,
}

export const hasParent: EntryGuard = {
  name: 'has-parent',
  passes: ({ parent }) => parent !== undefined,
}

export const parentUnconfirmed: EntryGuard = {
  name: 'parent-unconfirmed',
  passes: ({ parent }) => parent?.confirmed === false,
}
