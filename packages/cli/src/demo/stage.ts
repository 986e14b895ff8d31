import type { Client } from '@techbridge/client'
import type { CloudEvent, Endpoint, Organisation, Role } from '@techbridge/contracts'
import type { z } from 'zod'
import { signIn } from '../connection.ts'
import { growers, institute, office } from './content.ts'
import { type Feed, openFeed } from './feed.ts'
import { type Print, type Storyteller, storyteller } from './show.ts'

/** A record of the story, as last seen. */
export interface Acted {
  id: string
  etag: string | undefined
}

/** What the chapters of the story share: three people, the feed of events, the voice that tells it. */
export interface Stage {
  provider: Client
  seeker: Client
  officer: Client
  feed: Feed
  story: Storyteller
  /** Makes the feed print the events of this record. */
  follow(id: string): void
}

export const setStage = async (url: string, print: Print): Promise<Stage> => {
  const as = (role: Role, organisation: Organisation) => signIn({ url }, role, organisation)
  const [provider, seeker, officer] = await Promise.all([
    as('provider', institute),
    as('seeker', growers),
    as('officer', office),
  ])
  const story = storyteller(print)
  const followed = new Set<string>()
  const concerns = ({ subject, data }: CloudEvent<string, any>) =>
    [subject, data?.offer?.id, data?.need?.id].some((id) => followed.has(id))
  const feed = await openFeed(officer, (event) => concerns(event) && story.event(event))
  return { provider, seeker, officer, feed, story, follow: (id) => void followed.add(id) }
}

type Action = Endpoint<z.ZodType<{ id: string }>, any, any, any>
type BodyOf<E extends Action> = z.input<NonNullable<E['body']>>

/** Acts on the record as last seen; it must not have changed meanwhile. */
export const act = async <E extends Action>(client: Client, action: E, record: Acted, body?: BodyOf<E>) => {
  const response = await client.call(action, { params: { id: record.id } as never, ifMatch: record.etag, body })
  record.etag = response.etag
  return response.body
}
