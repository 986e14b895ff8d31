import { type Folded, rewritten } from './mapped.ts'

const raised = /(?<=\p{Nd})[⁺⁻]?[⁰¹²³⁴-⁹]{1,8}/gu

/**
 * An exponent stays one, with its sign: 10⁶ is `10^6`, not 106, and 10⁻³ is `10^-3`. NFKC (UAX #15) would make digits of it. Behind letters
 * the figures of chemistry and of units are digits: H₂O is `H2O`.
 */
export const foldExponents = (folded: Folded): Folded =>
  /[⁰¹²³⁴-⁹]/.test(folded.text)
    ? rewritten(folded, raised, (exponent) => `^${exponent.replace('⁺', '').replace('⁻', '-').normalize('NFKC')}`)
    : folded
