import { readLines, relevanceOf } from './labelled-data.ts'
import { noTitle, roomForBody, type Text } from './publications.ts'

interface Topic {
  id: string
  title: string
  description: string
}
interface Award {
  id: string
  abstract: string
}

/**
 * Topics of US agencies as needs, and projects that they paid for as offers. A project belongs to the topic that has its title, so the title
 * of an offer is left out. Projects that belong to no topic here may yet answer one: recall and precision are lower bounds.
 */
export const readSbir = () => {
  const needs = readLines('sbir/needs.jsonl').map((line): Text => {
    const { id, title, description } = JSON.parse(line) as Topic
    return { id, title, body: description.slice(0, roomForBody) }
  })
  const offers = readLines('sbir/offers.jsonl').map((line): Text => {
    const { id, abstract } = JSON.parse(line) as Award
    return { id, title: noTitle, body: abstract.slice(0, roomForBody) }
  })
  const pairs = readLines('sbir/qrels.tsv')
    .slice(1)
    .map((line) => line.split('\t') as [need: string, offer: string, relevance: string])
  return {
    needs,
    offers,
    offersOf: relevanceOf(pairs.map(([need, offer]) => [need, offer, 1] as const)),
    needsOf: relevanceOf(pairs.map(([need, offer]) => [offer, need, 1] as const)),
  }
}
