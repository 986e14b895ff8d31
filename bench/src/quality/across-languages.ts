import { withIndexes } from './index-on-disk.ts'
import { isThere, readLines } from './labelled-data.ts'
import { openMatcher } from './matcher.ts'
import { mean, recall, reciprocalRank } from './measures.ts'
import { openPlainBm25 } from './plain-bm25.ts'
import { printTable } from './table.ts'

const collections = [
  {
    name: 'covid-terms',
    file: 'covid-terms/fb_covid_terms.tsv',
    title: 'Terms of a pandemic',
    languages: ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id'],
  },
  {
    name: 'sdg',
    file: 'sdg/sdg_titles.tsv',
    title: 'Goals, targets and indicators of sustainable development',
    languages: ['zh', 'lo', 'km', 'my'],
  },
]

const idOf = (language: string, row: number) => `${language}-${row}`

/** Rows of one meaning, by language. */
const readRows = (file: string) => {
  const [head, ...lines] = readLines(file).map((line) => line.split('\t').map((cell) => cell.trim()))
  return lines.map((cells) => new Map(head!.map((name, column) => [name, cells[column] ?? ''])))
}

const textsIn = (rows: ReturnType<typeof readRows>, language: string) =>
  rows.flatMap((row, number) => {
    const title = row.get(language) ?? ''
    return title && row.get('en') ? [{ id: idOf(language, number), title, body: '', language }] : []
  })

/** How often a text of a few words finds its English original among all English ones. */
export const acrossLanguages = async () => {
  for (const { name, file, title, languages } of collections) {
    if (!isThere(name)) continue
    const rows = readRows(file)
    const english = textsIn(rows, 'en')
    await withIndexes(async (indexes) => {
      const foreign = languages.map((language) => textsIn(rows, language))
      const matcher = await openMatcher(indexes, { need: foreign.flat(), offer: english })
      const plain = await openPlainBm25(indexes, 'english', english)
      const table = []
      for (const [place, texts] of foreign.entries()) {
        if (texts.length === 0) continue
        const named: number[] = []
        const shared: number[] = []
        const judged = []
        const judgedPlain = []
        for (const text of texts) {
          const original = text.id.replace(/^\w+/, 'en')
          const relevance = new Map([[original, 1]])
          const concepts = await matcher.sharedConcepts(text.id, original)
          named.push(Number(concepts.named.length > 0))
          if (concepts.named.length > 0) shared.push(Number(concepts.shared.length > 0))
          judged.push({ ranked: (await matcher.rank('need', text.id)).byScore, relevance })
          judgedPlain.push({ ranked: await plain(text, 10), relevance })
        }
        table.push({
          '': languages[place]!,
          n: texts.length,
          'English names a concept': mean(named),
          'of these, translation shares one': mean(shared),
          'MRR@10': mean(judged.map(reciprocalRank(10))),
          'recall@10': mean(judged.map(recall(10))),
          'plain BM25, recall@10': mean(judgedPlain.map(recall(10))),
        })
      }
      printTable(`${title}: the English original of a translation, among ${english.length}`, table)
    })
  }
}
