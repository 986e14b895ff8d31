/** The decimal digits of a script are a run of ten code points, preceded by one that is not a digit. */
const digitValue = (digit: string) => {
  const codePoint = digit.codePointAt(0) as number
  let zero = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && codePoint - zero < 9) zero -= 1
  return codePoint - zero
}

/** The text with the digits of all scripts, such as ๐๑๒ and ၀၁၂, as 0 to 9. */
export const withPlainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => (digit >= '0' && digit <= '9' ? digit : String(digitValue(digit))))
