/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

const base = 'https://ror.org/'
const form = /^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/

/** The value of a number in Crockford's base 32. */
const numberOf = (digits: string) => [...digits].reduce((value, digit) => value * 32 + alphabet.indexOf(digit), 0)

/** The two check digits of a ROR id: ISO 7064, mod 97-10, of the seven characters before them. */
export const rorCheckDigits = (digits: string): string => String(98 - ((numberOf(digits) * 100) % 97)).padStart(2, '0')

/** A ROR id as ROR writes it, `https://ror.org/05dxps055`, however its address was shortened; anything else unchanged. */
export const canonicalRor = (given: string): string => {
  const id = given
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
  return form.test(id) ? `${base}${id}` : given
}

/** The nine characters of a canonical ROR id; `undefined` for anything else. */
export const rorDigits = (ror: string): { digits: string; check: string } | undefined => {
  const id = ror.startsWith(base) ? ror.slice(base.length) : ''
  return form.test(id) ? { digits: id.slice(0, 7), check: id.slice(7) } : undefined
}
