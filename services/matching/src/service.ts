import { publicationEvents } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import type { Embedder } from '@techbridge/embedder'
import type { HttpService } from '@techbridge/http'
import type { TextIndexes } from '@techbridge/index'
import { createRuntime, elsewhere, project, renewal, type ServiceDependencies } from '@techbridge/runtime'
import { analysisMark } from '@techbridge/text'
import type { ProposalGate, Unassessed } from './domain/gate.ts'
import type { Match } from './domain/match.ts'
import { type MatchCommand, type MatchEvent, matchLife } from './domain/match-life.ts'
import { analysisRevision } from './domain/profile.ts'
import { reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'
import { notAssessed } from './gates/not-assessed.ts'
import { indexed } from './usecases/disclosure.ts'
import { embedDue } from './usecases/embed.ts'
import { type Past, summarisePast } from './usecases/endings.ts'
import { type Proposing, usualProposing } from './usecases/find-matches.ts'
import { holdUnassessed } from './usecases/hold-unassessed.ts'
import { inBackground } from './usecases/in-background.ts'
import { openModels } from './usecases/models.ts'
import {
  type Embedded,
  embeddedDocument,
  documentOf as here,
  indexSpec,
  type ProfileIndexes,
} from './usecases/profiles-index.ts'
import { rescoreOpen } from './usecases/rescore-open.ts'
import { openSnapshots } from './usecases/snapshots.ts'
import { documentTask, embeddedTask } from './usecases/tasks.ts'

/** The service that finds and explains matches, and sees them through to an agreement of both parties. */
export const createMatching = async (
  dependencies: ServiceDependencies & {
    indexes: TextIndexes
    unassessedPairs: Unassessed
    gate?: ProposalGate
    proposing?: Proposing
    /** Without it, texts in different languages are matched by the concepts of the lexicon alone. */
    embedder?: Embedder | undefined
  },
): Promise<HttpService> => {
  const {
    bus,
    clock,
    embedder,
    offload,
    seal,
    store,
    gate = notAssessed,
    unassessedPairs: unassessed,
    proposing = usualProposing,
  } = dependencies
  const runtime = createRuntime('matching', dependencies)
  const matches = await runtime.aggregates<Match, MatchCommand, MatchEvent, Past>(
    'match',
    {
      name: 'matches',
      service: 'matching',
      decider: matchLife,
      indexes: [
        'status',
        'need',
        'offer',
        'provider',
        'seeker',
        'disclosed',
        'seenStatus',
        'held',
        'score',
        'createdOn',
      ],
      pages: [
        { order: 'score', by: ['need', 'offer', 'status'] },
        { order: 'createdOn', by: ['need', 'offer', 'provider', 'seeker'] },
      ],
      indexing: 3,
      indexed,
      summarise: summarisePast,
      dueAt: matchLife.dueAt,
    },
    (at) => ({ type: 'deadline', at, by: system('matching') }),
  )
  const indexes: ProfileIndexes = {
    offer: await dependencies.indexes.open(indexSpec('offer', embedder)),
    need: await dependencies.indexes.open(indexSpec('need', embedder)),
  }
  const analysis = `${analysisMark()}.${analysisRevision}`
  const documentOf = elsewhere(offload, documentTask, here)
  const profiles = {
    offer: project({ bus, index: indexes.offer, events: publicationEvents.offer, documentOf, analysis }),
    need: project({ bus, index: indexes.need, events: publicationEvents.need, documentOf, analysis }),
  }
  const rebuild = async () => (await profiles.offer.rebuild()) + (await profiles.need.rebuild())

  const matching = {
    indexes,
    profiles,
    matches,
    clock,
    offload,
    seal,
    gate,
    unassessed,
    proposing,
    snapshots: await openSnapshots(store),
    models: await openModels(store, clock),
  }
  const named = { [indexSpec('offer').name]: profiles.offer, [indexSpec('need').name]: profiles.need }
  runtime.eachSweep(renewal(named, dependencies.log))
  runtime.eachSweep(matching.models.refresh)
  runtime.eachSweep(holdUnassessed(matching))
  runtime.eachSweep(await rescoreOpen(matching, store))
  runtime.consume('matching', reactions(matching), 'by subject')
  const service = runtime.service(routes(matching, rebuild))
  if (!embedder) return service
  const made = (embedded: Embedded) => (offload ? offload(embeddedTask, embedded) : embeddedDocument(embedded))
  const embedding = inBackground(
    (mayGoOn) => embedDue({ matching, embedder, documentOf: made }, mayGoOn),
    (err) => dependencies.log.warn({ err }, 'profiles were not embedded; it is tried again'),
  )
  runtime.eachSweep(embedding.begin)
  return {
    ...service,
    stop: async () => {
      await embedding.end()
      await service.stop()
    },
  }
}
