/** Words in the two spellings of English: British, American. Each is tried both ways; forms that nobody writes do no harm. */
const spellings: [RegExp, string, RegExp, string][] = [
  [/is(e|ed|er|ing|able|ation)\b/g, 'iz$1', /iz(e|ed|er|ing|able|ation)\b/g, 'is$1'],
  [/ys(e|ed|er|ing)\b/g, 'yz$1', /yz(e|ed|er|ing)\b/g, 'ys$1'],
  [/(col|od|vap|lab|behavi|flav|harb|tum|arm)our/g, '$1or', /(col|od|vap|lab|behavi|flav|harb|tum|arm)or\b/g, '$1our'],
  [/([bt])re\b/g, '$1er', /(fib|lit|met|cent|tit)er\b/g, '$1re'],
  [
    /(model|label|level|tunnel|fuel|channel|signal)l/g,
    '$1',
    /(model|label|level|tunnel|fuel|channel|signal)(ing|er)\b/g,
    '$1l$2',
  ],
  [/sulph/g, 'sulf', /sulf/g, 'sulph'],
  [/aluminium/g, 'aluminum', /aluminum/g, 'aluminium'],
  [/haem/g, 'hem', /\bhem(?=[ao])/g, 'haem'],
  [/(an|leuk|septic)aem/g, '$1em', /(an|leuk|septic)em(?=i)/g, '$1aem'],
  [/(anaes|anes)th/g, 'anesth', /anesth/g, 'anaesth'],
  [/(p|f|orthop|gyn)ae(?=[dc])/g, '$1e', /(orthop|gyn)e(?=[dc])/g, '$1ae'],
  [/diarrhoea/g, 'diarrhea', /diarrhea/g, 'diarrhoea'],
  [/oe(strogen|dema|sophag)/g, 'e$1', /\be(strogen|dema|sophag)/g, 'oe$1'],
  [/foet/g, 'fet', /\bfet(?=us|al)/g, 'foet'],
  [/plough/g, 'plow', /plow/g, 'plough'],
  [/mould/g, 'mold', /mold/g, 'mould'],
  [/tyre/g, 'tire', /\btire\b/g, 'tyre'],
  [/grey/g, 'gray', /gray/g, 'grey'],
  [/(cata|ana|dia)logue/g, '$1log', /(cata|ana|dia)log\b/g, '$1logue'],
  [/(def|off)ence/g, '$1ense', /(def|off)ense/g, '$1ence'],
  [/yoghurt/g, 'yogurt', /yogurt/g, 'yoghurt'],
]

const inBothSpellings = (name: string) => {
  let [british, american] = [name, name]
  for (const [fromBritish, toAmerican, fromAmerican, toBritish] of spellings) {
    american = american.replace(fromBritish, toAmerican)
    british = british.replace(fromAmerican, toBritish)
  }
  return british === american ? [name] : [name, british, american]
}

/** "microgrid", "micro-grid" and "micro grid" are one word. A hyphen counts as a space. */
const prefixes =
  '(micro|nano|mini|bio|photo|electro|post|pre|anti|multi|non|tele|geo|hydro|thermo|agro|aqua|eco|cyber|ultra|semi|super|inter|hyper)'
const joined = new RegExp(`\\b${prefixes}[ -](?=[a-z]{4})`, 'g')
const apart = new RegExp(`\\b${prefixes}(?=[a-z]{4})`, 'g')
const joinedAndApart = (name: string) => [name, name.replace(joined, '$1'), name.replace(apart, '$1 ')]

const irregular: [RegExp, string][] = [
  [/(lea|shel|hoo|loa|cal)f$/, '$1ves'],
  [/kni?fe$/, 'knives'],
  [/sis$/, 'ses'],
  [/us$/, 'i'],
  [/(?<=[rtdln]i|r)um$/, 'a'],
  [/(larv|alg|antenn|pup)a$/, '$1ae'],
  [/(phenomen|mitochondri)on$/, '$1a'],
  [/(?:ix|ex)$/, 'ices'],
  [/man$/, 'men'],
  [/mouse$/, 'mice'],
  [/(f|t)oo(t|th)$/, '$1ee$2'],
]

/** The plurals that a word may have by its ending. */
const pluralsOf = (word: string): string[] => {
  if (/(?:ics|ness)$/.test(word)) return []
  const others = irregular.flatMap(([ending, plural]) => (ending.test(word) ? [word.replace(ending, plural)] : []))
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [...others, `${word}es`]
  if (/[^aeiou]y$/.test(word)) return [...others, `${word.slice(0, -1)}ies`]
  return [...others, `${word}s`, ...(word.endsWith('o') ? [`${word}es`] : [])]
}

/** The word that takes the plural: the last one, or the one before "of", "for", "to" or "in". */
const head = /^(.*? )??([^ ]+)( (?:of|for|to|in) .*)?$/

const inPlural = (name: string): string[] => {
  const [, before = '', noun = '', after = ''] = head.exec(name) ?? []
  return pluralsOf(noun).map((plural) => `${before}${plural}${after}`)
}

/**
 * The regular forms of an English name in lower case with single spaces: both spellings, a prefix joined or apart, singular
 * and plural. A name is the base form; irregular forms, and those of verbs, are names of their own.
 */
export const englishForms = (name: string): string[] => {
  const written = [...new Set(inBothSpellings(name).flatMap(joinedAndApart))]
  return [...written, ...written.flatMap(inPlural)]
}
