import { z } from 'zod'
import { canonicalIpc, ipcRangeOf, writtenIpc } from '../codes/ipc.ts'
import { sectors } from '../codes/sectors.ts'
import { says } from '../messages/issues.ts'
import { message } from '../messages/message.ts'
import { requestFacts } from './request-facts.ts'

/** Profile types of the Enterprise Europe Network: what is offered and what is asked for. */
export const offerTypes = ['TO', 'BO'] as const
export const needTypes = ['TR', 'BR', 'RDR'] as const

export const profileKind = z
  .enum(['offer', 'need'])
  .meta({ id: 'ProfileKind', description: 'What a provider lists, or what a seeker posts' })
export type ProfileKind = z.infer<typeof profileKind>

/** Public reference: type, country, then digits without meaning, e.g. `TOCN8392041753`. Those of earlier versions begin with a date. */
export const reference = z
  .string()
  .regex(/^(BO|BR|TO|TR|RDR)[A-Z]{2}\d{8,14}$/)
  .meta({ id: 'Reference', description: 'Public reference of a profile', example: 'TOCN8392041753' })

/** The country that a reference names: that of the organisation when the profile was created. */
export const countryOf = (given: string) => given.match(/^[A-Z]+?([A-Z]{2})\d/)![1] as string

export const trl = z
  .int()
  .min(1)
  .max(9)
  .meta({ id: 'TRL', description: 'Technology readiness level, 1 to 9', example: 6 })

export const sector = z
  .enum(Object.keys(sectors) as [keyof typeof sectors, ...(keyof typeof sectors)[]])
  .meta({ id: 'Sector', description: 'ISIC Rev. 4 section', example: 'A' })
export type Sector = z.infer<typeof sector>

const isIpc = (symbol: string) => /^[A-HY]\d{2}([A-Z](\d{1,4}\/\d{2,6})?)?$/.test(symbol)

export const ipcClass = z
  .string()
  .overwrite(canonicalIpc)
  .refine(isIpc, says(message('field.ipc')))
  .meta({ id: 'IpcClass', description: 'IPC or CPC symbol', example: 'A01G9/24' })
  .register(requestFacts, { pattern: writtenIpc.source })

const sections = new Set('ABCDEFGHY')

/** A section, class, subclass, main group or subgroup, for all that is in it. */
export const ipcRange = z
  .string()
  .overwrite(ipcRangeOf)
  .refine((symbol) => sections.has(symbol) || isIpc(symbol), says(message('field.ipc-range')))
  .meta({ id: 'IpcRange', description: 'IPC or CPC symbol, or a section: all that is in it', example: 'A01G' })

export const sdg = z
  .int()
  .min(1)
  .max(17)
  .meta({ id: 'SDG', description: 'UN Sustainable Development Goal', example: 2 })

/**
 * Stages of development, each with the lowest and highest TRL that goes with it, by the definitions of Horizon 2020 (General Annex G): 3 is
 * an experimental proof of concept, 4 a validation in the laboratory, 7 a prototype in its operational environment, 8 a complete system, 9 a
 * proven one.
 */
export const stageTrls = {
  concept: [1, 3],
  underDevelopment: [1, 8],
  labTested: [3, 6],
  availableForDemonstration: [4, 9],
  alreadyOnMarket: [8, 9],
} as const satisfies Record<string, readonly [lowest: number, highest: number]>

export const stage = z
  .enum(Object.keys(stageTrls) as [keyof typeof stageTrls, ...(keyof typeof stageTrls)[]])
  .meta({ id: 'Stage', description: 'Stage of development' })

export const ipStatus = z.enum(['none', 'secretKnowHow', 'applied', 'granted']).meta({
  id: 'IpStatus',
  description: 'How the technology is protected: not at all, by secrecy, by a patent applied for or by a granted one',
})

export const dealType = z
  .enum([
    'exclusiveLicence',
    'soleLicence',
    'coExclusiveLicence',
    'nonExclusiveLicence',
    'option',
    'evaluationLicence',
    'assignment',
    'knowHow',
    'jointDevelopment',
    'jointLaboratory',
    'demonstrationPark',
    'capacityBuilding',
  ])
  .meta({ id: 'DealType', description: 'Form of agreement' })
export type DealType = z.infer<typeof dealType>

export const organisationKind = z
  .enum(['university', 'researchInstitute', 'sme1to10', 'sme11to49', 'sme50to249', 'large', 'agency', 'other'])
  .meta({
    id: 'OrganisationKind',
    description: 'Kind of organisation; of small and medium enterprises with the number of staff',
  })

/** Providers own offers, seekers needs; officers review and approve; admins run the system. */
export const role = z.enum(['provider', 'seeker', 'officer', 'admin']).meta({
  id: 'Role',
  description: 'What the caller may do: own offers, own needs, review and approve, or run the system',
})
export type Role = z.infer<typeof role>

/** Why a match was refused, by an officer or by a party. `other` needs a text. */
export const refusalCode = z
  .enum([
    'notRelevant',
    'wrongMaturity',
    'wrongTerritory',
    'ipUnclear',
    'price',
    'alreadyInContact',
    'duplicate',
    'capacity',
    'other',
  ])
  .meta({ id: 'RefusalCode', description: 'Why a match is refused; `other` needs a text' })
