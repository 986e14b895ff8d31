import type { IndexDocument, StoredSource } from './text-index.ts'

/** What `put` gives: the documents as they were written, except where one was skipped, for which `kept` has what stands there. */
export const standing = (documents: readonly IndexDocument[], kept: readonly StoredSource[]): StoredSource[] => {
  const byId = new Map<string, StoredSource>()
  for (const { id, version, source = null } of [...documents, ...kept]) byId.set(id, { id, version, source })
  return documents.map((document) => byId.get(document.id) ?? document)
}
