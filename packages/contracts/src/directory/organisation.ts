import { z } from 'zod'
import { country, languageTag, wantedLanguage } from '../common/codes.ts'
import { requestFacts } from '../common/request-facts.ts'
import { line, organisationId, text, timestamp } from '../common/values.ts'
import { organisationKind } from '../common/vocabulary.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { refuse, says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { domainName } from './domain-name.ts'
import { canonicalRor, rorCheckDigits, rorDigits } from './ror.ts'
import { evidenceMethod } from './vocabulary.ts'

/** A ROR id. Its check digits are checked in requests alone. */
export const ror = z
  .string()
  .overwrite(canonicalRor)
  .refine((given) => rorDigits(given) !== undefined, says(message('field.ror')))
  .meta({ id: 'Ror', description: 'Id in the Research Organization Registry', example: 'https://ror.org/05dxps055' })
  .register(requestFacts, {
    pattern: '^(https?://)?(ror\\.org/)?0[0-9a-hj-km-np-tv-zA-HJ-KM-NP-TV-Z]{6}[0-9]{2}$',
  })

const writtenRor = ror.superRefine((given, context) => {
  const found = rorDigits(given)
  if (!found) return
  const expected = rorCheckDigits(found.digits)
  if (expected !== found.check) refuse(context, message('field.ror-check', { given: found.check, expected }))
})

const name = line(200).meta({ description: 'In that language' })
const named = whole(z.object({ language: languageTag, name }).meta({ description: 'A name and its language' }))
const namedInExisting = whole(
  z.object({ language: wantedLanguage, name }).meta({ description: 'A name and its language, which exists' }),
)

const isOnePerLanguage = (names: readonly { language: string }[]) =>
  new Set(names.map(({ language }) => language)).size === names.length
const described = { description: 'Official names, one a language, the one to show first' }

const registration = whole(
  z
    .object({
      country,
      name: line(120).meta({ description: 'Of the register' }),
      number: line(80).meta({ description: 'In the register' }),
    })
    .meta({ id: 'Registration', description: 'An entry in a public register' }),
)

/** What an organisation says of itself, and what evidence then verifies. */
export const organisationProfile = z
  .object({
    names: shown(
      'public',
      z
        .array(named)
        .min(1)
        .max(16)
        .refine(isOnePerLanguage, says(message('field.repeats')))
        .meta(described),
    ),
    otherNames: shown(
      'public',
      z.array(line(200)).max(20).default([]).meta({ description: 'Earlier names, short names, brands' }),
    ),
    country: shown('public', country),
    kind: shown('public', organisationKind),
    ror: shown('public', ror.optional()),
    registrations: shown(
      'public',
      z.array(registration).max(10).default([]).meta({ description: 'Entries in public registers' }),
    ),
  })
  .meta({ id: 'OrganisationProfile', description: 'What an organisation says of itself' })
export type OrganisationProfile = z.infer<typeof organisationProfile>

const example = {
  names: [
    { language: 'en', name: 'Dianchi University' },
    { language: 'zh', name: '滇池大学' },
  ],
  otherNames: ['DCU'],
  country: 'CN',
  kind: 'university',
  registrations: [{ country: 'CN', name: 'Unified Social Credit Identifier', number: '12530000431200000X' }],
}

/** As requests bring it: the languages exist, and the check digits of the ROR id are right. */
export const writtenOrganisation = organisationProfile
  .extend({
    names: shown(
      'public',
      z
        .array(namedInExisting)
        .min(1)
        .max(16)
        .refine(isOnePerLanguage, says(message('field.repeats')))
        .meta(described),
    ),
    ror: shown('public', writtenRor.optional()),
  })
  .meta({ id: 'WrittenOrganisation', description: 'What an organisation says of itself', example })

export const registrationRequest = writtenOrganisation
  .extend({
    id: organisationId.optional().meta({
      description: 'As tokens name the organisation. Officers say which; others register the one of their token',
    }),
  })
  .meta({ id: 'OrganisationRegistration', description: 'An organisation to register', example })

/** A document that proves who an organisation is. The office sees it outside Techbridge; here it is named. */
export const verificationDocument = whole(
  z
    .object({
      title: line(200).meta({ description: 'What it is, such as a business licence' }),
      number: line(80).optional().meta({ description: 'Of the document' }),
      note: text(1000).optional().meta({ description: 'Where the office finds it, and what else it should know' }),
    })
    .meta({
      id: 'VerificationDocument',
      description: 'A document that proves who an organisation is',
      example: { title: 'Certificate of incorporation', number: '0105562000001', note: 'Sent by post on 24 November.' },
    }),
)
export type VerificationDocument = z.infer<typeof verificationDocument>

/** What verified an organisation, and until when that counts. */
export const evidence = z
  .object({
    method: shown('public', evidenceMethod),
    domain: shown('public', domainName.optional()),
    parent: shown('public', organisationId.optional().meta({ description: 'Id of the organisation above it' })),
    document: shown('own', verificationDocument.optional()),
    // Exact times would tell what was done together.
    at: shown('public', timestamp, { exactFrom: 'own' }),
    until: shown('public', timestamp, { exactFrom: 'own' }),
  })
  .meta({ id: 'Evidence', description: 'What verified an organisation, from when until when it counts' })
export type Evidence = z.infer<typeof evidence>

/** The organisation above, which counts once it or an officer has confirmed it. */
export const parentOf = whole(
  z
    .object({
      id: organisationId.meta({ description: 'Of the organisation above' }),
      confirmed: z.boolean().meta({ description: 'By that organisation or by an officer' }),
    })
    .meta({ id: 'ParentOrganisation', description: 'The organisation above' }),
)
