import { readFileSync } from 'node:fs'
import { read, readLines } from '../quality/labelled-data.ts'

export interface Text {
  /** What the figures are told apart by: sector, agency, centre. */
  group: string
  title: string
  body: string
  language?: string
}

interface Sample {
  content: {
    sector: string
    originalLanguage: string
    texts: Record<string, { title: string; summary: string; description: string }>
  }
}

const sample = (file: string) =>
  readFileSync(new URL(`../../../infra/local/sample/${file}.ndjson`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line): Text[] => {
      const { sector, texts } = (JSON.parse(line) as Sample).content
      return Object.entries(texts).map(([language, { title, summary, description }]) => ({
        group: `sector ${sector}`,
        title,
        body: `${summary} ${description}`,
        language,
      }))
    })

const awards = (file: string) =>
  readLines(`sbir/${file}.jsonl`).map((line): Text => {
    const { agency, title, abstract, description } = JSON.parse(line) as Record<string, string>
    return { group: agency!, title: title!, body: (abstract ?? description)!, language: 'en' }
  })

interface Software {
  Software: string
  Description: string
  'NASA Center': string
}

/** The collections that the coverage is measured on, each with the folder of shared data that it needs. */
export const collections: { name: string; needs?: string; texts: () => Text[] }[] = [
  { name: 'sample', texts: () => [...sample('offers'), ...sample('needs')] },
  { name: 'SBIR topics', needs: 'sbir', texts: () => awards('needs') },
  { name: 'SBIR projects', needs: 'sbir', texts: () => awards('offers') },
  {
    name: 'NASA software',
    needs: 'nasa-software',
    texts: () =>
      (JSON.parse(read('nasa-software/catalog.json')) as Software[]).map((one) => ({
        group: one['NASA Center'],
        title: one.Software,
        body: one.Description,
        language: 'en',
      })),
  },
]
