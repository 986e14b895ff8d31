const bodies =
  'ISO(?:/IEC|/TS|/TR)?|IEC|ASTM|OHSAS|IEEE|ANSI|AS/NZS|MIL-STD|TCVN|QCVN|JIS|GB/T|GB|DIN|EN|BS|NF|SNI|TIS|UL|GOST|ГОСТ|KS|CNS|YY/T|NY/T|HJ|มอก\\.?|IATF|AS'
const marks = 'CE|FCC|CCC|3C|UKCA|RoHS|REACH|TÜV|TUV|SGS|CSA|PSE|CB|ETL|GS|KC'

/**
 * Numbers of standards (`ISO 9001:2015`, `GB/T 19001`), degrees of protection (`IP65`) and marks of conformity, in capitals. What a plant or
 * product conforms to says nothing of what it is for.
 */
export const standards = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}-])(?:(?:${bodies})(?: ?(?:EN|ISO|IEC))*[ -]?[A-Z]?\\d[\\d.:/-]{0,20}[A-Z]?(?! ?\\d)|(?:${marks})(?:[ -](?:mark(?:ing|ed|s)?|certifi\\w{1,8}|approv\\w{1,3}))?|(?:ISO|IEC)|IP ?[0-6X][0-9X])(?![\\p{Script=Latin}\\p{N}])`,
  'gu',
)
