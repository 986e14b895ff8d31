import type { LearningReport, ScoreModels } from '@techbridge/contracts'

const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(3)}`

export const learningText = (
  { labelled, heldBack, accepted, why, gain, model }: LearningReport,
  wanted: 'current' | 'shadow' | undefined,
): string => {
  const lines = [`Decisions on relevance: ${labelled.right} right, ${labelled.wrong} wrong.`]
  if (gain)
    lines.push(
      `Log likelihood of each of ${heldBack} that were held back: ${signed(gain.mean)} (95 %: ${signed(gain.low)} to ${signed(gain.high)}).`,
    )
  lines.push(why)
  if (model) lines.push(`${model} is ${wanted === 'shadow' ? 'the shadow' : 'the current model'} from now on.`)
  else if (accepted) lines.push('Nothing was installed: repeat it with --shadow or --install.')
  return lines.join('\n')
}

export const modelsText = ({ current, former, shadow, versions, beside }: ScoreModels): string => {
  const marks = (version: string) =>
    version === current ? ' (current)' : version === shadow ? ' (shadow)' : former[0] === version ? ' (former)' : ''
  return [
    ...versions.map(({ version, installedAt, fittedOn }) =>
      [
        `${version}${marks(version)}${installedAt ? `, since ${installedAt}` : ''}`,
        ...fittedOn.map((one) => `  ${one}`),
      ].join('\n'),
    ),
    ...beside.map(
      ({ match, score, shadow: other }) => `${match}  ${score.toFixed(2)}, by the shadow ${other.toFixed(2)}`,
    ),
  ].join('\n')
}
