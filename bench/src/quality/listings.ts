import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient, signIn } from '@techbridge/client'
import { offersApi, operationsApi, searchApi } from '@techbridge/contracts'
import { withServer } from '../measure.ts'
import { analyseAll } from './analysed.ts'
import { openBm25 } from './bm25.ts'
import { readCranfield } from './cranfield-collection.ts'
import { isThere } from './labelled-data.ts'
import { averagePrecision, interval, type Judged, mean, ndcg, recall, reciprocalRank } from './measures.ts'
import { contentOf, organisationOf, type Text } from './publications.ts'
import { formatInterval, printTable } from './table.ts'

const depth = 100
const batch = 100

type Ranking = (q: string, id: string) => Promise<readonly string[]>

/** Publishes the documents as offers and tells which of them has which id. */
const publish = async (officer: Client, documents: readonly Text[]) => {
  const keys = new Map<string, string>()
  for (let at = 0; at < documents.length; at += batch) {
    const lines = documents.slice(at, at + batch).map((text) => ({
      key: text.id,
      organisation: organisationOf('offer'),
      content: contentOf('offer', text),
    }))
    const { body } = await officer.call(offersApi.import, { query: { publish: 'true', request: 'Test data' }, lines })
    for (const { id, key } of body.rows) keys.set(id as string, key as string)
  }
  while ((await officer.call(operationsApi.lag)).body.groups.search! > 0) await pause(20)
  return keys
}

/** How well questions find the listings that answer them, by `GET /v1/search`: of all texts as officers may, of abstracts as everyone may. */
export const listings = async () => {
  if (!isThere('cranfield')) return
  const { documents, questions, answersOf } = readCranfield()
  const judge = async (rank: Ranking) => {
    const judged: Judged[] = []
    for (const { id, q } of questions) judged.push({ ranked: await rank(q, id), relevance: answersOf.get(id)! })
    return judged
  }
  const found: [name: string, judged: Judged[]][] = []
  const bm25 = openBm25(await analyseAll('offer', documents))
  const asked = new Map(
    (
      await analyseAll(
        'need',
        questions.map(({ id, q }) => ({ id, title: q, body: '' })),
      )
    ).map((one) => [one.id, one]),
  )
  found.push(['BM25', await judge(async (_, id) => bm25(asked.get(id)!, depth))])
  await withServer('techbridge', async (url) => {
    const officer = await signIn(url, 'officer', organisationOf('need'))
    const keys = await publish(officer, documents)
    const searching =
      (who: Client): Ranking =>
      async (q) => {
        const { body } = await who.call(searchApi.search, { query: { q, lang: 'en', kind: 'offer', limit: depth } })
        return body.items.map(({ id }) => keys.get(id)!)
      }
    found.push(['search, as an officer', await judge(searching(officer))])
    found.push(['search, as anyone', await judge(searching(createClient(url)))])
  })

  const plain = found[0]![1].map(ndcg(10))
  printTable(
    `Cranfield, listings for a question, n = ${questions.length}`,
    found.map(([name, judged]) => {
      const gains = judged.map((one, place) => ndcg(10)(one) - plain[place]!)
      return {
        '': name,
        'nDCG@10': mean(judged.map(ndcg(10))),
        [`MAP@${depth}`]: mean(judged.map(averagePrecision)),
        'MRR@10': mean(judged.map(reciprocalRank(10))),
        'recall@50': mean(judged.map(recall(50))),
        'nDCG@10 above BM25 (95 %)': formatInterval(interval(gains)),
      }
    }),
  )
}
