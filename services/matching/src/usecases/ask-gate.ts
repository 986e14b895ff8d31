import { type GateAnswer, gateAnswer } from '@techbridge/contracts'
import { answerOf, inQuestion, type ProposalGate, type Unassessed } from '../domain/gate.ts'
import type { Assessment } from './assess-pair.ts'

export interface Gatekeeping {
  gate: ProposalGate
  unassessed: Unassessed
}

/** A pair that the gate was asked about. */
export type Gated = Assessment & { gate: GateAnswer }

/**
 * Asks the gate about pairs. Fails with `Unavailable` when it cannot say, so that the event comes again later, and with any other
 * error when it does not answer as it must: no pair is proposed because of a gate that failed.
 */
export const askGate = async (
  { gate, unassessed }: Gatekeeping,
  assessments: readonly Assessment[],
): Promise<Gated[]> => {
  if (assessments.length === 0) return []
  const findings = await gate.assess(assessments.map(({ need, offer }) => inQuestion(need, offer)))
  if (findings.length !== assessments.length)
    throw new Error(`the gate was asked about ${assessments.length} pairs and answered ${findings.length}`)
  return assessments.map((one, place) => {
    const finding = findings[place]
    return { ...one, gate: gateAnswer.parse(finding && answerOf(finding, unassessed)) }
  })
}

/** The first pairs that the gate does not refuse, `most` of them, and those refused on the way: they take no place of others. */
export const admit = async (
  keeping: Gatekeeping,
  assessments: readonly Assessment[],
  most: number,
): Promise<{ admitted: Gated[]; refused: Gated[] }> => {
  const admitted: Gated[] = []
  const refused: Gated[] = []
  for (let next = 0; next < assessments.length && admitted.length < most; ) {
    const asked = assessments.slice(next, next + most - admitted.length)
    next += asked.length
    for (const one of await askGate(keeping, asked)) (one.gate.outcome === 'refuse' ? refused : admitted).push(one)
  }
  return { admitted, refused }
}
