import type { LearningReport, ScoreModels } from '@techbridge/contracts'
import { type Labelled, labelled, learn, scoreBy } from '../domain/learning.ts'
import { shipped } from '../domain/model.ts'
import { type Matching, matchesOf, openStatuses } from './matching.ts'
import type { Installed } from './models.ts'
import { learnTask } from './tasks.ts'

/** Fits a model on what was decided of matches, and installs it if it is better and that is wanted. */
export const learnFromDecisions = async (
  matching: Matching,
  { install }: { install?: Installed | undefined },
): Promise<LearningReport> => {
  const { models, offload } = matching
  const decided: Labelled[] = []
  for await (const page of matchesOf(matching, {}))
    for (const { state } of page) {
      const one = labelled(state)
      if (one) decided.push(one)
    }
  const current = models.current()
  const task = { current, decided }
  const { words, ...report } = offload ? await offload(learnTask, task) : learn(current, decided)
  if (!report.accepted || !words || !install) return report
  const { right, wrong } = report.labelled
  const fittedOn = [
    `${right} approved and ${wrong} irrelevant matches of this office, from the model ${current.version}`,
  ]
  return { ...report, model: await models.install({ ...current, words, fittedOn }, install) }
}

const mostBeside = 100

/** The models that there are, and open matches as the current one and the shadow score them. */
export const modelsReport = async ({ matches, models }: Matching): Promise<ScoreModels> => {
  const { use, kept } = await models.all()
  const shadow = models.shadow()
  const open = shadow ? await matches.find({ where: { status: openStatuses }, limit: mostBeside }) : []
  const beside = open.flatMap(({ state }) => {
    // Whether it is right is not asked of what is open.
    const scored = labelled({ ...state, disclosed: true, refusal: undefined })
    return shadow && scored ? [{ match: state.id, score: state.score, shadow: scoreBy(shadow, scored) }] : []
  })
  return {
    current: models.current().version,
    former: use.former,
    shadow: use.shadow,
    versions: [
      { version: shipped.version, fittedOn: [...shipped.fittedOn] },
      ...kept.map(({ model: { version, fittedOn }, installedAt }) => ({ version, fittedOn, installedAt })),
    ],
    beside,
  }
}
