import { concepts } from './lexicon/index.ts'
import { stopWords } from './stopwords.ts'

/** One more for each change of the code after which a text has other terms. What is listed, concepts and function words, counts by itself. */
const revision = 3

/** FNV-1a of 32 bits. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  return (hash >>> 0).toString(36)
}

let mark: string | undefined

/** Names what makes terms of texts: terms made under another name must not be mixed with these. */
export const analysisMark = (): string => {
  mark ??= `${revision}-${hashOf(JSON.stringify([concepts, Object.values(stopWords).map((words) => [...words])]))}`
  return mark
}
