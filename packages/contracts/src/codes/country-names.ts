import type { Hint } from '../messages/codes.ts'
import { countries } from './countries.ts'
import { byName, nameKey, namesOfLocales } from './names.ts'

/** ISO 3166-1 alpha-3 codes, in the order of `countries`. */
const alpha3 = `
AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL
BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI
DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP
GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ
KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI
MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER
PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE
SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI
USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE`
  .trim()
  .split(/\s+/)

/** Codes and names that locale data does not have: withdrawn or reserved codes, official and older names. */
const others: Record<string, string> = {
  GR: 'EL',
  GB: 'UK, Great Britain, England, Scotland, Wales, Northern Ireland, United Kingdom of Great Britain and Northern Ireland, อังกฤษ, Anh, Anh Quốc, ອັງກິດ, អង់គ្លេស, အင်္ဂလန်, ဗြိတိန်, Inggris',
  CN: "PRC, People's Republic of China, Mainland China, 中华人民共和国, 中國, 中华人民共和國, RRT, Republik Rakyat Tiongkok, Cina, 中国大陆, เมืองจีน, Trung Hoa",
  TW: 'Taiwan Province of China, Chinese Taipei, 台湾省, 中国台湾, 臺灣',
  HK: 'Hong Kong SAR, 中国香港, 香港',
  MO: 'Macau, Macao SAR, 中国澳门, 澳门',
  VN: 'Viet Nam, Socialist Republic of Vietnam, Cộng hòa xã hội chủ nghĩa Việt Nam, ភៀតណាម',
  LA: "Lao PDR, Lao People's Democratic Republic, Lao, 寮国, Ai Lao, สปป.ลาว, ສປປ ລາວ",
  MM: 'Burma, BU, Union of Myanmar, Republic of the Union of Myanmar, เมียนมาร์, Mi-an-ma, ພະມ້າ, Birma',
  KH: 'Kingdom of Cambodia, Kampuchea, เขมร, ខ្មែរ, Cao Miên, 高棉, Cam Bốt, Cam-pu-chia',
  TH: 'Kingdom of Thailand, Siam, ราชอาณาจักรไทย, เมืองไทย, Thái',
  ID: 'Republic of Indonesia, Republik Indonesia, In-đô-nê-xi-a, ឥណ្ឌូនេស៊ី',
  MY: 'Ma-lai-xi-a',
  SG: 'Xin-ga-po, စင်ကာပူ',
  PH: 'Phi-líp-pin, ហ្វីលីពីន',
  JP: 'Nhật',
  TL: 'East Timor, TP, ติมอร์ตะวันออก, Đông Timor',
  BN: 'Brunei Darussalam, Bru-nây',
  KR: 'Republic of Korea, South Korea, ROK, 大韩民国, 南韩, 韓國, ເກົາຫຼີໃຕ້',
  KP: 'DPRK, North Korea, 朝鲜',
  US: 'USA, U.S.A., United States of America, America, สหรัฐ, ສະຫະລັດອາເມລິກາ, អាមេរិក, အမေရိကန်, Amerika',
  AE: 'UAE, Emirates',
  NL: 'Holland, The Netherlands',
  CZ: 'Czech Republic',
  RU: 'Russian Federation, SU, USSR',
  IR: 'Islamic Republic of Iran',
  SY: 'Syrian Arab Republic',
  MD: 'Republic of Moldova',
  MK: 'Macedonia, FYROM',
  TZ: 'United Republic of Tanzania',
  BO: 'Plurinational State of Bolivia',
  VE: 'Bolivarian Republic of Venezuela',
  SZ: 'Swaziland',
  CV: 'Cape Verde, Cabo Verde',
  CI: 'Ivory Coast',
  TR: 'Turkey, Türkiye',
  CD: 'Zaire, ZR, DR Congo, DRC',
  FR: 'FX',
  WORLD: 'worldwide, world, global, all countries, 全球, 世界, 全世界, ทั่วโลก, toàn cầu, seluruh dunia',
}

const lookUp = byName(() => [
  ...countries.map((code, place): [string, string] => [alpha3[place] as string, code]),
  ...Object.entries(others).flatMap(([code, names]) => names.split(', ').map((name): [string, string] => [name, code])),
  ...namesOfLocales('region', countries),
])

/** Both names of those that stand with another in brackets: `เมียนมา (พม่า)` is Thai for Myanmar and for Burma. */
const lookUpPart = byName(() =>
  namesOfLocales('region', countries).flatMap(([name, code]) =>
    (/^([^()（）]+?)\s*[(（]([^()（）]+)[)）]$/u.exec(name)?.slice(1) ?? []).map((part): [string, string] => [
      part,
      code,
    ]),
  ),
)

/** Codes and names that people use but that are not in ISO 3166-1, with what to write instead. */
const notAssigned: Record<string, Hint> = {
  xk: { given: 'XK (Kosovo)', why: 'user-assigned' },
  congo: { given: 'Congo', instead: ['CG', 'CD'], why: 'several-countries' },
  korea: { given: 'Korea', instead: ['KR', 'KP'], why: 'several-countries' },
  asean: { given: 'ASEAN', why: 'group-of-countries' },
  eu: { given: 'EU', why: 'group-of-countries' },
}

/** What to write instead of the given country: VN for "Viet Nam". */
export const countryHint = (given: unknown, accepted: readonly string[]): Hint => {
  if (typeof given !== 'string') return {}
  const key = nameKey(given)
  const special = notAssigned[key === 'kosovo' ? 'xk' : key]
  if (special) return special
  const code =
    accepted.find((one) => one === given.normalize('NFKC').trim().toUpperCase()) ?? lookUp(given) ?? lookUpPart(given)
  return code && accepted.includes(code) ? { given: given.trim(), instead: [code] } : {}
}
