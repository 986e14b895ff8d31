import { countryHint } from '../codes/country-names.ts'
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

/** What to write instead of an office as it was given: `for "EPO" write EP`. */
export const officeHint = (given: unknown): string | undefined => {
  const code = typeof given === 'string' ? names[given.trim().toUpperCase()] : undefined
  return code ? `for "${given}" write ${code}` : countryHint(given, offices)
}
