import type { ProfileKind } from '@techbridge/contracts'
import type { Embedder } from '@techbridge/embedder'
import type { IndexDocument } from '@techbridge/index'
import { Unavailable } from '@techbridge/port'
import { hashOf } from '../domain/hash.ts'
import { publicTextOf } from '../domain/meaning.ts'
import { matchProfile } from './match-profile.ts'
import type { Matching } from './matching.ts'
import { type CurrentProfile, type Embedded, isLive, profileIn } from './profiles-index.ts'

/** Looked up at a time. */
const atOnce = 16
const kinds: readonly ProfileKind[] = ['offer', 'need']

/** Stands in the index for the model. */
const numberOf = (model: string) => hashOf(model, 0x811c9dc5)

export interface Embedding {
  matching: Matching
  embedder: Embedder
  documentOf(embedded: Embedded): Promise<IndexDocument>
}

/**
 * Embeds published profiles that the model has not read, and matches them again with what is near them. The index tells which those are: a new
 * text and a new model make a profile due, and what a crash cut off still is. A profile has its vector before others are looked for and counts as
 * embedded only afterwards, so that of two that are embedded at once at least one finds the other. Ends when nothing is left or `mayGoOn` says so.
 */
export const embedDue = async (
  { matching, embedder, documentOf }: Embedding,
  mayGoOn: () => boolean,
): Promise<void> => {
  const embeddedBy = numberOf(embedder.model)
  const due = { where: isLive, outside: { embeddedBy: { gte: embeddedBy, lte: embeddedBy } }, limit: atOnce }
  const embedOne = async (kind: ProfileKind, { profile, version }: CurrentProfile) => {
    const { text, language } = publicTextOf(profile)
    const [vector] = await embedder.embed([text], { kind: 'query', language })
    if (!vector) throw new Unavailable('the model gave no vector')
    const meaning = { model: embedder.model, values: [...vector] }
    const index = matching.indexes[kind]
    const [stored] = await index.put([await documentOf({ profile, version, meaning })])
    const current = profileIn(stored)
    // Withdrawn or revised meanwhile: a new text is due by itself.
    if (current?.version !== version) return
    await matchProfile(matching, kind, current)
    await index.put([await documentOf({ profile, version, meaning, embeddedBy })])
  }
  for (const kind of kinds)
    for (;;) {
      const { hits } = await matching.indexes[kind].search(due)
      // One that fails keeps no other from its turn.
      const failures: unknown[] = []
      for (const hit of hits) {
        if (!mayGoOn()) return
        const current = profileIn(hit)
        if (current) await embedOne(kind, current).catch((error) => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
      if (hits.length < atOnce) break
    }
}
