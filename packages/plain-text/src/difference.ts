const longest = 60

/** A changed or removed part of a text, quoted and of bounded length. `position` counts characters from 1. */
export type Difference = { from: string; to: string } | { from: string; to?: undefined; position: number }

/** The part of a text that was changed, and its replacement. `undefined` when only surrounding white space was removed. */
export const differenceOf = (given: string, made: string): Difference | undefined => {
  const before = given.trim().replaceAll(/\r\n?/g, '\n')
  if (before === made) return undefined
  if (before.length <= longest && made.length <= longest) return { from: quoted(before), to: quoted(made) }
  let start = 0
  while (start < before.length && start < made.length && before[start] === made[start]) start += 1
  let end = 0
  const room = Math.min(before.length, made.length) - start
  while (end < room && before.at(-1 - end) === made.at(-1 - end)) end += 1
  const left = made.slice(start, made.length - end)
  const from = quoted(before.slice(start, before.length - end))
  return left === '' ? { from, position: start + 1 } : { from, to: quoted(left) }
}

/** Invisible characters are written as escapes. */
const quoted = (text: string): string => {
  const cut = text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text.toWellFormed()
  return JSON.stringify(cut).replaceAll(
    /[\x7f-\xa0\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu,
    (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`,
  )
}
