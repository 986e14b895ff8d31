const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Words that begin compounds with a hyphen: `high-\npressure` keeps it. */
const begins = words(`
  all cost cross double dual eco first full half high higher ill large left long low lower mid near next non one open plug real right
  second self short single six small start state steady third three top two user well wide ready easy ever so
  four five seven eight nine ten pre-and кое из`)

/** Words that end them: `water-\nbased`. */
const ends = words(`
  based driven free resistant efficient effective friendly scale term time quality performance resolution temperature pressure
  frequency speed efficiency strength intensive specific dependent independent oriented aware ready powered cooled assisted induced enabled
  infrared art site situ of to in the by либо то нибудь таки`)

/** `Ein-\nund Ausgabe`, `pre-\nand post-harvest`: the hyphen stands for what follows later. */
const conjunctions = words('and or to und oder bzw et ou y o e и или dan atau')

/** U+00AD, and what Word shows instead of it. */
const soft = /[\u00ad¬][ \t]*\n[ \t]*(?=\p{L})/gu
const hard =
  /(?<=(\p{L}[\p{L}\p{M}]{0,40}|\p{N}))([-‐])[ \t]{0,9}\n[ \t]{0,9}(?=([\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,40}))/gu

/**
 * Words that a line end cut in two, whole again. A hyphen that the word has itself stays: beside digits and capitals, after one letter,
 * in a repetition (`kupu-kupu`), in common compounds, and where the text has the word with its hyphen elsewhere.
 */
export const joinLines = (text: string): string => {
  let rest = text.includes('\n') ? text.replaceAll(soft, '') : text
  if (rest.includes('\u00ad')) rest = rest.replaceAll('\u00ad', '')
  if (!/[-‐][ \t]{0,9}\n/.test(rest)) return rest
  const lower = rest.toLowerCase()
  let budget = 50
  const standsElsewhere = (word: string) => budget-- > 0 && lower.includes(word)
  return rest.replaceAll(hard, (_, before: string, hyphen: string, after: string) => {
    const [first, second] = [before.toLowerCase(), after.toLowerCase()]
    if (conjunctions.has(second)) return `${hyphen} `
    const isWritten =
      !/^\p{L}[\p{Ll}\p{Lo}\p{M}]+$/u.test(before) ||
      !/^[\p{Ll}\p{Lo}\p{M}]+$/u.test(after) ||
      first === second ||
      begins.has(first) ||
      ends.has(second) ||
      (standsElsewhere(`${first}-${second}`) && !standsElsewhere(`${first}${second}`))
    return isWritten ? hyphen : ''
  })
}
