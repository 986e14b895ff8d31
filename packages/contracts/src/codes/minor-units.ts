/**
 * The currencies whose minor unit is no hundredth, by list one of ISO 4217 (2024-06-25). Locale data, and with it `Intl`, count what is
 * paid in cash instead: none for IDR, LAK and MMK, which have hundredths here.
 */
export const wholeUnits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ')
export const thousandths = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

export const minorUnitsInWords = `hundredths, also of IDR, LAK and MMK; whole units of ${wholeUnits.join(', ')}; thousandths of ${thousandths.join(', ')}`

/** How many digits of an amount in minor units are behind the decimal point. */
export const minorDigits = (currency: string): number => {
  if (wholeUnits.includes(currency)) return 0
  return thousandths.includes(currency) ? 3 : 2
}
