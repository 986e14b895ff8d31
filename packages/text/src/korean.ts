/** Particles and endings, by what the syllable before them ends in. Longest first. */
const afterConsonant =
  '으로부터|으로써|으로서|으로는|에서는|에서의|이라는|입니다|으로|이나|이란|이며|은|이|을|과'.split('|')
const afterVowel = '로부터|로써|로서|로는|에서는|에서의|라는|입니다|나|란|며|는|가|를|와|로'.split('|')
const afterAny =
  '하였습니다|되었습니다|하기위한|하는데|합니다|됩니다|하여|하고|하는|하기|했다|한다|된다|되는|되어|에서|에게|에는|까지|부터|처럼|보다|마다|의|에|도|만|한|된'.split(
    '|',
  )

const least = 2

/** Whether a syllable of Hangul ends in a consonant other than ㄹ, which stands before 로 like a vowel. */
const closing = (syllable: string) => (syllable.charCodeAt(0) - 0xac00) % 28

const all = [...new Set([...afterAny, ...afterConsonant, ...afterVowel])].sort(
  (one, other) => other.length - one.length,
)

/**
 * A Korean word without its particle, as the rules of the standard language choose it by the last sound: 펌프를 and 펌프는 are 펌프. At least two
 * syllables stay. Source: National Institute of Korean Language, standard grammar, chapters on particles (조사) and endings (어미).
 */
export const withoutParticle = (word: string): string => {
  for (const ending of all) {
    const rest = word.slice(0, word.length - ending.length)
    if (rest.length < least || !word.endsWith(ending)) continue
    const final = closing(rest.at(-1)!)
    const fits =
      afterAny.includes(ending) ||
      (ending.startsWith('로')
        ? final === 0 || final === 8
        : final === 0
          ? afterVowel.includes(ending)
          : afterConsonant.includes(ending))
    if (fits) return rest
  }
  return word
}
