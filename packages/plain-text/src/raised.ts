const tableOf = (plain: string, shifted: string) => {
  const shiftedOnes = [...shifted]
  return new Map([...plain].map((one, place) => [one, shiftedOnes[place] as string]))
}

const tables = {
  sup: tableOf('0123456789+-−–=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ'),
  sub: tableOf('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
}

const marks: Record<string, string> = { TM: '™', tm: '™', SM: '℠', '®': '®', R: '®', '©': '©', o: '°', '°': '°' }

/** Ordinals (20<sup>th</sup>, 1<sup>er</sup>) and references to notes read as text. */
const readsAsText = /^(?:st|nd|rd|th|er|re|ère|e|de|me|\[[^\]]*\]|[*†‡§¶]+|[²³¹⁰-₎ᵢ-ᵥⁱⁿₐ-ₜⱼ]+)$/u

/** Raised or lowered text in Unicode's own characters where it has all of them, else as `x^(n+1)` or `V_DD`. */
export const shifted = (kind: 'sup' | 'sub', content: string): string => {
  const inner = content.trim()
  if (inner === '') return content
  if (kind === 'sup' && (readsAsText.test(inner) || marks[inner])) return marks[inner] ?? inner
  const characters = [...inner.replaceAll(/\s+/g, '')].map((one) => tables[kind].get(one))
  if (characters.every((one) => one !== undefined)) return characters.join('')
  if (kind === 'sup') return [...inner].length === 1 ? `^${inner}` : `^(${inner})`
  return /^[\p{L}\p{N}]+$/u.test(inner) ? `_${inner}` : `_(${inner})`
}
