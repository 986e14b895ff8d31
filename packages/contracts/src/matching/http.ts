import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { booleanParameter } from '../common/parameters.ts'
import { idOf, organisation, reasonBody, timestamp } from '../common/values.ts'
import { reference } from '../common/vocabulary.ts'
import { countedDays } from '../common/working-days.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { actionsOn, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { saidMessage } from '../messages/message.ts'
import { needAbstract, needContent } from '../needs/content.ts'
import { seenDeadline } from '../needs/deadline.ts'
import { offerAbstract, offerContent } from '../offers/content.ts'
import { decisionOutcomes, matchDecisions } from './decisions.ts'
import { lapseCause } from './events.ts'
import { explanation, explanationQuery } from './explanation.ts'
import { fairnessReport } from './fairness.ts'
import { gateAnswer, gateRecord } from './gate.ts'
import { learnBody, learningReport, leftModel, modelsReport } from './learning.ts'
import { modelVersion, scoring } from './model.ts'
import { feature, matchStatus, parties, party, refusal, refuser, seenRefusal } from './vocabulary.ts'

const tag = 'matches'
const officers = ['officer', 'admin'] as const
const params = z.object({ id: idOf('match') })

export const matchAction = z
  .enum(['approve', 'reject', 'release', 'accept', 'decline'])
  .meta({ id: 'MatchAction', description: 'Action on a match, a POST of that name' })
export type MatchAction = z.infer<typeof matchAction>

const side = <K extends 'offer' | 'need', F extends z.ZodType, A extends z.ZodType>(kind: K, full: F, abstract: A) =>
  z.object({
    id: shown('public', idOf(kind)),
    reference: shown('public', reference),
    title: shown('public', z.string().meta({ description: 'In the original language' })),
    organisation: shown(
      'identity',
      organisation.optional().meta({ description: 'Absent when it stays anonymous to the caller' }),
    ),
    content: shown(
      'public',
      z.union([full, abstract]).optional().meta({
        description:
          'In a single match: the matched revision in full once the caller’s side accepted and as long as the match and its case live, else the abstract if it is public',
      }),
    ),
  })

const earlierRefusal = whole(seenRefusal.extend({ by: refuser, at: timestamp }))

const view = z
  .object({
    id: shown('public', idOf('match')),
    version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
    status: shown('public', matchStatus),
    score: shown(
      'public',
      z.number().min(0).max(1).optional().meta({
        description: 'Computed from what the caller may read of both sides; absent when that is not known',
      }),
    ),
    need: shown(
      'public',
      side('need', needContent, needAbstract)
        .extend({ deadline: shown('public', seenDeadline.optional()) })
        .meta({ description: 'The need as the caller may read it' }),
      { of: 'seeker' },
    ),
    offer: shown(
      'public',
      side('offer', offerContent, offerAbstract).meta({ description: 'The offer as the caller may read it' }),
      { of: 'provider' },
    ),
    features: shown(
      'public',
      z.array(feature).meta({
        description: 'Why the two match, from what the caller may read; the contributions add up to the score',
      }),
    ),
    accepted: shown('public', z.array(party).meta({ description: 'Who has accepted so far' })),
    refusal: shown('public', seenRefusal.optional().meta({ description: 'Why it was rejected or declined' })),
    earlierRefusals: shown(
      'office',
      z.array(earlierRefusal).optional().meta({ description: 'Of the same pair, oldest first; officers only' }),
    ),
    lapseCause: shown('public', lapseCause.optional()),
    gate: shown('office', gateRecord.optional()),
    scoring: shown(
      'office',
      scoring.optional().meta({ description: 'By what it was scored; absent in matches of earlier versions' }),
    ),
    // The time of day would tell which profiles were published together.
    createdAt: shown('public', timestamp, { exactFrom: 'office' }),
    answerBy: shown(
      'public',
      timestamp.optional().meta({ description: 'When the match lapses or is escalated without an answer' }),
    ),
    answerByCalendar: shown(
      'public',
      countedDays.optional().meta({
        description: 'How `answerBy` was counted; absent when it is the end of the response deadline of the need',
      }),
    ),
    actions: shown('public', z.array(matchAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'Match', description: 'A need and an offer that fit, and what became of them' })

const assessment = z
  .object({
    score: z.number().min(0).max(1).meta({
      description: 'Probability that the two belong together; the sum of the contributions of the features',
    }),
    features: z.array(feature).meta({ description: 'Why the two match, or do not' }),
    excluded: z.string().optional().meta({ description: 'The hard rule that keeps the two apart' }),
    excludedBecause: saidMessage.optional().meta({ description: 'What `excluded` says' }),
    gate: gateAnswer.optional().meta({
      description:
        'What the gate before a proposal says of the pair; it is not asked when a hard rule keeps the two apart',
    }),
    threshold: z.number().meta({ description: 'The score from which on a match is proposed' }),
    model: modelVersion.optional().meta({ description: 'The model of the score' }),
    explanation: explanation
      .optional()
      .meta({ description: 'The same in the language asked for, with what would change it' }),
  })
  .meta({ id: 'Assessment', description: 'How well a need and an offer fit' })

export const rebuildReport = z
  .object({
    model: z.string().meta({ description: 'What was rebuilt' }),
    events: z.int().meta({ description: 'Events read from the log' }),
  })
  .meta({ id: 'RebuildReport', description: 'What a rebuild did' })

const action = actionsOn({ tag, actions: matchAction, params, response: view })

export const matchesApi = {
  list: endpoint({
    method: 'get',
    path: '/v1/matches',
    tag,
    summary: 'List matches: for officers best first, for parties newest first',
    description: 'Officers see all; a party sees those of its own that an officer approved.',
    access: 'signedIn',
    query: z.object({
      ...pageQuery,
      status: matchStatus.optional().meta({ description: 'Only those in this status' }),
      need: idOf('need').optional().meta({ description: 'Only those of this need' }),
      offer: idOf('offer').optional().meta({ description: 'Only those of this offer' }),
      held: booleanParameter()
        .optional()
        .meta({ description: 'Only those that the gate holds, or only the others; for officers' }),
    }),
    response: page(view),
  }),
  assess: endpoint({
    method: 'get',
    path: '/v1/matches/assessment',
    tag,
    summary: 'Why a need and an offer match, or why they do not',
    access: officers,
    inLanguages: true,
    query: z.object({ need: idOf('need'), offer: idOf('offer'), ...explanationQuery }),
    response: assessment,
  }),
  fairness: endpoint({
    method: 'get',
    path: '/v1/matches/fairness',
    tag,
    summary: 'Exposure, approval and agreement by country, kind and language',
    description:
      'With 95 % intervals. Small counts are withheld, and so are further groups when the total less the shown ones would tell them. It takes no filters, since two reports of overlapping parts would tell their difference.',
    access: officers,
    takesLong: true,
    response: fairnessReport,
  }),
  models: endpoint({
    method: 'get',
    path: '/v1/matches/models',
    tag,
    summary: 'The models that score matches, and how a shadow scores beside the current one',
    access: ['admin'],
    response: modelsReport,
  }),
  learn: endpoint({
    method: 'post',
    path: '/v1/matches/models/learn',
    tag,
    summary:
      'Fit a model on what was decided of matches, judge it on decisions held back, and install it if it is better',
    description:
      'Refused without an error when there are too few decisions, or when it is not surely better. May be repeated: the same decisions give the same model.',
    access: ['admin'],
    takesLong: true,
    body: learnBody,
    response: learningReport,
  }),
  restoreModel: endpoint({
    method: 'post',
    path: '/v1/matches/models/restore',
    tag,
    summary: 'Make the former model the current one again',
    description: 'May be repeated with `from`: it changes nothing when another model is current by now.',
    access: ['admin'],
    query: leftModel,
    alsoAnswers: [404],
    response: modelsReport,
  }),
  decide: endpoint({
    method: 'post',
    path: '/v1/matches/decisions',
    tag,
    summary: 'Decide on several matches',
    description:
      'Each decision is carried out as a request of its own, under its version and its key: one that is refused stops no other. The answer says of each what became of it. May be repeated: what was done is answered as `replayed`.',
    access: officers,
    body: matchDecisions,
    response: decisionOutcomes,
  }),
  get: endpoint({
    method: 'get',
    path: '/v1/matches/{id}',
    tag,
    summary: 'Read a match with its explanation',
    access: 'signedIn',
    params,
    response: view,
  }),
  explain: endpoint({
    method: 'get',
    path: '/v1/matches/{id}/explanation',
    tag,
    summary: 'Why a match was proposed, in the language asked for',
    description:
      'Reasons with their share of the score, shared terms with their places in both texts, what speaks against and what is missing; each as a code with parameters and as a text. A party is told of what it may read: its own texts and the abstract of the other side, and once it has accepted, both in full.',
    access: 'signedIn',
    inLanguages: true,
    params,
    query: z.object(explanationQuery),
    response: explanation,
  }),
  history: endpoint({
    method: 'get',
    path: '/v1/matches/{id}/history',
    tag,
    summary: 'What happened to a match, and who did it',
    access: officers,
    params,
    response: history,
  }),
  approve: endpoint(action('approve', 'Approve, so that both parties hear of it', officers)),
  reject: endpoint({ ...action('reject', 'Reject with a reason', officers), body: refusal }),
  release: endpoint({
    ...action('release', 'Release what the gate holds, with a reason, so that it may be approved', officers),
    body: reasonBody,
  }),
  accept: endpoint(action('accept', 'Accept for one’s own side', parties)),
  decline: endpoint({ ...action('decline', 'Decline with a reason', parties), body: refusal }),
  rebuild: endpoint({
    method: 'post',
    path: '/v1/matches/rebuild',
    tag,
    summary: 'Rebuild the candidate index from the event log',
    description: 'May be repeated: the same log gives the same index.',
    access: ['admin'],
    takesLong: true,
    response: rebuildReport,
  }),
}
