import { type DictGroup, Trie } from 'opencc-js/core'
import taiwanese from 'opencc-js/from/twp'
import simplified from 'opencc-js/to/cn'
import { type Folded, type Replacement, replaced } from './mapped.ts'

const trieOf = (group: DictGroup) => {
  const trie = new Trie()
  trie.loadDictGroup(group)
  return trie
}
/** First the terms of Taiwan as those of the mainland, then the characters and what they mean in words. */
const tries = [...taiwanese, ...simplified].map(trieOf)

const han = /\p{Script=Han}+/gu

function* simpler(text: string, trie: Trie): Generator<Replacement> {
  for (const { 0: run, index } of text.matchAll(han)) {
    for (let at = 0; at < run.length; ) {
      const match = trie.matchPrefix(run, at)
      if (match) yield { from: index + at, to: index + match.end, by: match.value }
      at = match ? match.end : at + (run.codePointAt(at)! > 0xffff ? 2 : 1)
    }
  }
}

/** Traditional Chinese as simplified, by terms and not only by characters: `軟體` is `软件`. Source: the tables of OpenCC. */
export const foldChinese = (folded: Folded): Folded =>
  /\p{Script=Han}/u.test(folded.text)
    ? tries.reduce((text, trie) => replaced(text, simpler(text.text, trie)), folded)
    : folded
