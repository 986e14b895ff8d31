import type { ProfileKind } from '@techbridge/contracts'
import type { IndexDocument } from '@techbridge/index'
import type { Meaning } from '../../../services/matching/src/domain/meaning.ts'
import {
  documentOf,
  embeddedDocument,
  type IndexedProfile,
  profileIn,
} from '../../../services/matching/src/usecases/profiles-index.ts'
import { publicationOf, type Text } from './publications.ts'

/** A text as matching reads it, and as its index takes it. */
export interface Analysed {
  id: string
  document: IndexDocument
  profile: IndexedProfile
}

export const analyseAll = async (kind: ProfileKind, texts: readonly Text[]): Promise<Analysed[]> => {
  const analysed: Analysed[] = []
  for (const text of texts) {
    const document = await documentOf(publicationOf(kind, text))
    const profile = document && profileIn({ ...document })
    if (!profile) throw new Error(`the ${kind} ${text.id} is not published`)
    analysed.push({ id: text.id, document, profile })
  }
  return analysed
}

/** The same, once a model of languages has read it. */
export const withMeaning = async ({ id, document, profile }: Analysed, meaning: Meaning): Promise<Analysed> => {
  const embedded = await embeddedDocument({ profile: profile.profile, version: document.version, meaning })
  const read = profileIn({ ...embedded })
  if (!read) throw new Error(`${id} is not published`)
  return { id, document: embedded, profile: read }
}
