import type { Organisation } from '@techbridge/contracts'
import { fold, foldWithPlaces, isLatin, word } from './fold.ts'
import { inChinese, inLetters, type Parts, partsOfLatin } from './pinyin.ts'
import { coreOfCompany, sorts } from './sorts.ts'

const small = new Set(['of', 'and', 'the', 'for', 'in', 'de', 'la'])

/** What tells the organisation from others of its sort, and the pattern for the sort: `dianchi` of Dianchi University. */
const characteristic = (name: string): { core: string; sort: string } | undefined => {
  for (const { first, any } of sorts) {
    const found = first.exec(name)
    if (!found) continue
    const before = name.slice(0, found.index).trim()
    const core = before || name.slice(found.index + found[0].length).replace(/^ ?(?:of |de )?/, '')
    if (core.length >= (isLatin(core) ? 4 : 2)) return { core, sort: any }
  }
  return undefined
}

/** The name, and with the word for its sort in another language or shortened: Dianchi Univ., มหาวิทยาลัย Dianchi. */
const variantsOf = (name: string): string[] => {
  const found = characteristic(name)
  const joined = name.replaceAll(' ', '')
  const itself = name.length >= 3 ? [word(name), ...(joined !== name && joined.length >= 6 ? [word(joined)] : [])] : []
  if (!found) return itself
  const core = word(found.core)
  return [...itself, `${found.sort}(?: of| at| the)* ?${core}`, `${core} ?${found.sort}`]
}

/** Initials in capitals: of all words, and without the small ones. */
const initialsOf = (name: string): string[] => {
  const words: string[] = name.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
  const of = (some: readonly string[]) => some.map(([first]) => first!.toUpperCase()).join('')
  const large = words.filter((one) => /^\p{Lu}/u.test(one) && !small.has(one.toLowerCase()))
  const all = words.every((one) => /^\p{Script=Latin}/u.test(one))
    ? words.filter((one) => !small.has(one.toLowerCase()))
    : []
  return [...new Set([of(large), of(all)])].filter((initials) => initials.length >= 3)
}

/** 云南农业大学 is called 云农大 or 云南农大, 昆明理工大学 昆工大; 云南农业大 would be the name, cut off. */
const shortOfHan = (name: string): string[] => {
  const [, core] = /^(\p{Script=Han}{2,8})大学$/u.exec(name) ?? []
  if (!core) return []
  const [first, ...rest] = core
  const some = rest.map((one) => `${one}?`).join('')
  return [`(?!${core})${first}${rest.length > 1 ? `(?=[${rest.join('')}])` : ''}${some}大(?!学)`]
}

interface Names {
  /** In a folded text. */
  full: RegExp
  /** What a company is called without its legal form, in a folded text. A single word of Latin is a name in capitals alone. */
  core: RegExp
  /** In the text as it is. */
  short: RegExp
  /** Those that may be written in Chinese. */
  parts: Parts[]
}

const anyOf = (patterns: readonly string[]) => new RegExp(patterns.join('|') || '(?!)', 'gu')

const readNames = ({ id, name, otherNames = [] }: Organisation): Names => {
  const names = [name, ...otherNames]
  const folded = [...names, id.replaceAll('-', ' ')].map(fold)
  return {
    full: anyOf([...folded.flatMap(variantsOf), ...folded.flatMap(inLetters)]),
    core: anyOf(folded.flatMap((one) => coreOfCompany(one) ?? []).map(word)),
    short: anyOf([
      ...names.flatMap(shortOfHan),
      ...names
        .flatMap((one) => initialsOf(one.normalize('NFKC')))
        .map((initials) => `(?<![\\p{L}\\p{N}])${[...initials].join('[.\\s]{0,2}')}(?![\\p{L}\\p{N}])`),
    ]),
    parts: folded.flatMap((one) => partsOfLatin(one) ?? []),
  }
}

/** Profiles are looked at often, of few organisations at a time. */
const kept = new Map<string, Names>()
const mostKept = 200

const namesOf = (organisation: Organisation): Names => {
  const key = JSON.stringify([organisation.id, organisation.name, organisation.otherNames])
  const names = kept.get(key) ?? readNames(organisation)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, names)
  return names
}

/** The organisation's names in the text: its names and its id, all in another form or in Chinese too, or the initials. */
export const namesIn = (text: string, organisation: Organisation): { piece: string; index: number }[] => {
  const { full, core, short, parts } = namesOf(organisation)
  const { text: folded, places } = foldWithPlaces(text)
  const spans = [...folded.matchAll(full)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
  const whole = [...spans, ...parts.flatMap((one) => inChinese(folded, one))].map(({ start, end }) => ({
    piece: text.slice(places[start], places[end]),
    index: places[start]!,
  }))
  const cores = [...folded.matchAll(core)]
    .map(({ 0: found, index }) => ({
      piece: text.slice(places[index], places[index + found.length]),
      index: places[index]!,
    }))
    .filter(({ piece }) => /\s/.test(piece) || !/^\p{Ll}/u.test(piece))
  return [...whole, ...cores, ...[...text.matchAll(short)].map(({ 0: piece, index }) => ({ piece, index }))]
}
