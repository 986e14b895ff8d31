import { read, readLines, relevanceOf } from './labelled-data.ts'
import { noTitle, type Text } from './publications.ts'

/** Abstracts of aerodynamics, questions of their readers, and which abstract answers which question (Cleverdon, 1967). */
export const readCranfield = () => ({
  documents: recordsOf(read('cranfield/cran.all.1400')).map(({ number, fields: { T = '', W = '' } }): Text => {
    const title = plain(T)
    const body = plain(W)
    return { id: number, title: title || noTitle, body: body.startsWith(title) ? body.slice(title.length) : body }
  }),
  /** Judgements number the questions by their order, not by the number that each has. */
  questions: recordsOf(read('cranfield/cran.qry')).map(({ fields }, place) => ({
    id: String(place + 1),
    q: plain(fields.W ?? '').replace(/ \.I$/, ''),
  })),
  /** Codes are 1 for a complete answer to 4 for one of minimum interest; no code is none of these. */
  answersOf: relevanceOf(
    readLines('cranfield/cranqrel')
      .map((line) => line.trim().split(/\s+/) as [string, string, string])
      .filter(([, , code]) => /^[1-4]$/.test(code))
      .map(([question, document, code]) => [question, document, 5 - Number(code)] as const),
  ),
})

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A record begins with `.I` and a number, a field of it with a dot and a capital. */
const recordsOf = (text: string) =>
  text
    .split(/^\.I (?=\d+\s*$)/m)
    .slice(1)
    .map((record) => {
      const [number, ...parts] = record.split(/^\.([TABW])\s*\n/m)
      const fields: Record<string, string> = {}
      for (let at = 0; at < parts.length; at += 2) fields[parts[at]!] = parts[at + 1]!
      return { number: number!.trim(), fields }
    })
