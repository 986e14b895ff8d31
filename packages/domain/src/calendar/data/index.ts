import type { CountryFacts } from '../notation.ts'
import { bangladesh } from './bangladesh.ts'
import { brunei } from './brunei.ts'
import { cambodia } from './cambodia.ts'
import { china } from './china.ts'
import { india } from './india.ts'
import { indonesia } from './indonesia.ts'
import { kazakhstan } from './kazakhstan.ts'
import { laos } from './laos.ts'
import { malaysia } from './malaysia.ts'
import { mongolia } from './mongolia.ts'
import { myanmar } from './myanmar.ts'
import { nepal } from './nepal.ts'
import { pakistan } from './pakistan.ts'
import { philippines } from './philippines.ts'
import { singapore } from './singapore.ts'
import { sriLanka } from './sri-lanka.ts'
import { thailand } from './thailand.ts'
import { uzbekistan } from './uzbekistan.ts'
import { vietNam } from './viet-nam.ts'

/** What is known of working days, by ISO 3166-1 code. */
export const recorded: Readonly<Record<string, CountryFacts>> = {
  BD: bangladesh,
  BN: brunei,
  CN: china,
  ID: indonesia,
  IN: india,
  KH: cambodia,
  KZ: kazakhstan,
  LA: laos,
  LK: sriLanka,
  MM: myanmar,
  MN: mongolia,
  MY: malaysia,
  NP: nepal,
  PH: philippines,
  PK: pakistan,
  SG: singapore,
  TH: thailand,
  UZ: uzbekistan,
  VN: vietNam,
}
