import type { ExplanationLanguage } from '@techbridge/contracts'
import { en } from './en.ts'
import { id } from './id.ts'
import { km } from './km.ts'
import { lo } from './lo.ts'
import { my } from './my.ts'
import { th } from './th.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

type Group = keyof typeof en

export type PaperWords = { readonly [G in Group]: Readonly<Record<keyof (typeof en)[G], string>> }

const words: Readonly<Record<ExplanationLanguage, PaperWords>> = { en, zh, th, vi, lo, km, my, id }

/** The word in each of the languages, in their order and each once; nothing where the catalogue has no such word. */
export const wordsFor = (languages: readonly ExplanationLanguage[], group: Group, key: string): string[] => {
  const all = languages.flatMap((language) => {
    const found = new Map(Object.entries(words[language][group])).get(key)
    return found === undefined ? [] : [found]
  })
  return [...new Set(all)]
}
