import { countryHint } from '../codes/country-names.ts'
import type { Hint } from '../messages/codes.ts'
import { offices } from './read-patent.ts'

const names: Record<string, string> = {
  EPO: 'EP',
  PCT: 'WO',
  WIPO: 'WO',
  IB: 'WO',
  OMPI: 'WO',
  EAPO: 'EA',
  ARIPO: 'AP',
  OAPI: 'OA',
  GCC: 'GC',
  CNIPA: 'CN',
  SIPO: 'CN',
  ZL: 'CN',
  USPTO: 'US',
  JPO: 'JP',
  KIPO: 'KR',
  MOIP: 'KR',
  TIPO: 'TW',
  NOIP: 'VN',
  IPVN: 'VN',
  DGIP: 'ID',
  DJKI: 'ID',
  MYIPO: 'MY',
  IPOS: 'SG',
  IPOPHL: 'PH',
  UKIPO: 'GB',
  DPMA: 'DE',
  INPI: 'FR',
  ROSPATENT: 'RU',
}

/** What to write instead of the given office: EP for "EPO". */
export const officeHint = (given: unknown): Hint => {
  const code = typeof given === 'string' ? names[given.trim().toUpperCase()] : undefined
  return typeof given === 'string' && code ? { given, instead: [code] } : countryHint(given, offices)
}
