import { z } from 'zod'
import { idOf, organisationId, timestamp } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { caseRole } from '../licensing/vocabulary.ts'
import type { Party } from '../matching/vocabulary.ts'
import { documentStage, uploadEnd } from './vocabulary.ts'

/** Never the content, its type, its name or its bare hash: what an event says cannot be erased. */
const document = z.object({
  id: shown('public', idOf('document')),
  case: shown('public', idOf('case')),
  stage: shown('public', documentStage),
  owner: shown('public', caseRole.meta({ description: 'Whose document it is' })),
  recipients: shown('public', z.array(caseRole).meta({ description: 'Who may read it beside the owner' })),
  provider: shown('public', organisationId.meta({ description: 'The provider of the case' })),
  seeker: shown('public', organisationId.meta({ description: 'The seeker of the case' })),
  number: shown('public', z.int().min(1).meta({ description: 'Number of the version' })),
})
type Document = z.infer<typeof document>

const only = (data: Document, sides: readonly string[]): Partial<Record<Party, { id: string }>> => ({
  ...(sides.includes('provider') && { provider: { id: data.provider } }),
  ...(sides.includes('seeker') && { seeker: { id: data.seeker } }),
})

const ofDocument = {
  topic: 'techbridge.documents',
  sidesOf: (data: Document) => only(data, [data.owner, ...data.recipients]),
  sidesRead: 'confidential',
  history: 'sides',
  audience: 'sides',
} as const

const bytes = shown('public', z.int().min(0).meta({ description: 'Size of the content' }))
const begun = document.extend({ bytes, expiresAt: shown('public', timestamp) })

export const documentEvents = {
  started: event({
    type: 'techbridge.document.started.v1',
    ...ofDocument,
    summary: 'A document was begun; its first version is on its way',
    data: begun,
  }),
  announced: event({
    type: 'techbridge.document.announced.v1',
    ...ofDocument,
    summary: 'Another version of a document is on its way',
    data: begun,
  }),
  received: event({
    type: 'techbridge.document.received.v1',
    ...ofDocument,
    summary: 'A version of a document has arrived whole',
    data: document.extend({
      bytes,
      hash: shown(
        'public',
        z.string().meta({
          description: 'HMAC-SHA256 of the SHA-256 under a salt that is kept with the content and erased with it',
        }),
      ),
    }),
  }),
  uploadEnded: event({
    type: 'techbridge.document.upload-ended.v1',
    ...ofDocument,
    summary: 'A version of a document did not arrive',
    data: document.extend({ why: shown('public', uploadEnd) }),
  }),
  opened: event({
    type: 'techbridge.document.opened.v1',
    ...ofDocument,
    sidesOf: (data: Document) => only(data, [data.owner]),
    summary: 'Somebody opened a version of a document; within an hour, the same person is recorded once',
    data: document.extend({
      reader: shown('public', z.string().meta({ description: 'Subject of the token of who opened it' })),
    }),
  }),
}
