import { after } from 'node:test'
import { offerContent, type Running, startService } from '@techbridge/testkit'
import { createOffers } from '../src/service.ts'

type Agent = Awaited<ReturnType<Running['as']>>
export type Answer = Awaited<ReturnType<Agent['get']>>

export interface People {
  running: Running
  provider: Agent
  otherProvider: Agent
  seeker: Agent
  officer: Agent
  anonymous: Agent
}

/** The service for the tests of a file, and who calls it. */
export const runOffers = async (): Promise<People> => {
  const running = await startService({ offers: createOffers })
  after(running.close)
  return {
    running,
    provider: await running.as('provider'),
    otherProvider: await running.as('otherProvider'),
    seeker: await running.as('seeker'),
    officer: await running.as('officer'),
    anonymous: running.anonymous,
  }
}

/** A draft, as its owner gets it back. */
export const drafted = async (provider: Agent, overrides: Parameters<typeof offerContent>[0] = {}): Promise<Answer> =>
  provider.post('/v1/offers').send(offerContent(overrides)).expect(201)

/** Takes an action on what an earlier answer showed. */
export const act = (who: Agent, { body, headers }: Answer, action: string, given?: object) => {
  const request = who.post(`/v1/offers/${body.id}/${action}`).set('If-Match', headers.etag!)
  return given ? request.send(given) : request
}

export const edit = (who: Agent, { body, headers }: Answer, overrides: Parameters<typeof offerContent>[0]) =>
  who.put(`/v1/offers/${body.id}`).set('If-Match', headers.etag!).send(offerContent(overrides))

/** An offer that went through review. */
export const published = async (
  { provider, officer }: Pick<People, 'provider' | 'officer'>,
  overrides: Parameters<typeof offerContent>[0] = {},
): Promise<Answer> => {
  const submitted = await act(provider, await drafted(provider, overrides), 'submit').expect(200)
  return act(officer, submitted, 'publish').expect(200)
}
