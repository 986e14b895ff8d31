import { z } from 'zod'
import { day, line, moneyBand } from '../common/values.ts'
import { ipStatus, offerTypes, stage, trl } from '../common/vocabulary.ts'
import { schemaAt } from '../disclosure/disclose.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { officeHint, offices, readPatent } from '../patents/index.ts'
import { claim, commonFields, fullText, hasOriginal, textsOf, written } from '../profiles/content.ts'
import { offerExample } from './example.ts'

export const offerType = z.enum(offerTypes).meta({ id: 'OfferType', description: 'Technology or business offer' })

const patentOffice = z
  .enum(
    offices,
    says((given) => message('field.patent-office', officeHint(given))),
  )
  .meta({
    id: 'PatentOffice',
    description: 'Office as in WIPO ST.3: a country, or AP, EA, EP, GC, OA, WO',
    example: 'CN',
  })

/** A number in a format of its office is kept in canonical form; any other stays as written. */
export const patent = whole(
  z
    .object({
      number: line(40).meta({
        description:
          'Application, publication or grant number as its office writes it; what can be read is kept in the form of WIPO ST.3, such as CN116543210B',
      }),
      office: patentOffice,
      status: z.enum(['applied', 'granted', 'lapsed']).meta({ description: 'Where the patent stands' }),
      expiry: day.optional().meta({ description: 'Last day of protection' }),
    })
    .overwrite((given) => ({ ...given, number: readPatent(given.number, given.office).number }))
    .meta({ id: 'Patent', description: 'A patent or an application for one' }),
)

export const offerContent = hasOriginal(
  z.object({
    type: shown('public', offerType),
    ...commonFields,
    trl: shown('public', trl),
    stage: shown('public', stage),
    // Patents would reveal the owner of an anonymous offer.
    ip: shown(
      'public',
      z
        .object({
          status: shown('public', ipStatus),
          patents: shown(
            'identity',
            z
              .array(patent)
              .max(50)
              .default([])
              .meta({ description: 'Hidden from the public while the offer is anonymous' }),
            { hiddenAs: [] },
          ),
        })
        .meta({ id: 'IntellectualProperty', description: 'How the technology is protected' }),
    ),
    price: shown('details', moneyBand.optional()),
    texts: shown('public', textsOf(fullText)),
    claims: shown(
      'details',
      z.array(claim).max(20).default([]).meta({ description: 'Numbers that prove what is claimed' }),
    ),
  }),
).meta({ id: 'OfferContent', description: 'What a provider writes about a technology', example: offerExample })
export type OfferContent = z.infer<typeof offerContent>

/** The offer as everyone may read it. */
export const offerAbstract = schemaAt(offerContent, 'public').meta({
  id: 'OfferAbstract',
  description: 'What everyone may read of an offer',
})

/** The keys of the listed patents; all spellings of one patent have the same key. */
export const patentKeysOf = ({ ip }: { ip: Partial<Pick<OfferContent['ip'], 'patents'>> }): string[] => [
  ...new Set((ip.patents ?? []).map(({ number, office }) => readPatent(number, office).key)),
]

/** The offer in a request, which is also refused when a patent number or a language cannot exist. */
export const writtenOffer = written(offerContent, (content) =>
  content.ip.patents.flatMap(({ number, office }, place) => {
    const { error } = readPatent(number, office)
    return error ? [{ path: ['ip', 'patents', place, 'number'], said: error }] : []
  }),
).meta({ id: 'WrittenOffer', description: 'What a provider writes about a technology' })
