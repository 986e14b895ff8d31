import { z } from 'zod'

const words = <const T extends string>(text: T) => text.trim().split(/\s+/) as [string, ...string[]]

/** ISO 3166-1 alpha-2 country codes, as assigned in 2026 (249 of them). */
export const countries = words(`
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`)

/** ISO 4217 alphabetic codes of currencies in circulation. */
export const currencies = words(`
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR
IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG
SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV
WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`)

export const country = z
  .enum(countries, 'must be an ISO 3166-1 alpha-2 code such as TH')
  .meta({ id: 'Country', description: 'ISO 3166-1 alpha-2 country code', example: 'TH' })
export type Country = z.infer<typeof country>

/** Where rights are offered or wanted: a country, or `WORLD`. */
export const territory = z
  .enum(['WORLD', ...countries], 'must be WORLD or an ISO 3166-1 alpha-2 code such as VN')
  .meta({ id: 'Territory', description: 'ISO 3166-1 alpha-2 country code, or WORLD', example: 'VN' })

export const currency = z
  .enum(currencies, 'must be an ISO 4217 code such as CNY')
  .meta({ id: 'Currency', description: 'ISO 4217 currency code', example: 'CNY' })

const isLanguageTag = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** A BCP 47 language tag in canonical form, such as `zh`, `zh-Hant` or `lo`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as zh, zh-Hant or lo')
  .refine(isLanguageTag, 'must be a BCP 47 language tag in canonical form such as zh, zh-Hant or lo')
  .meta({ id: 'Language', description: 'BCP 47 language tag', example: 'zh' })
