import { type ClearanceFinding, clearanceFinding, type DisclosureAct } from '@techbridge/contracts'
import type { Aggregate } from '@techbridge/runtime'
import type { LicensingCase } from '../domain/case.ts'
import { type ClearanceRules, crossesBorder, findingOf, questionOf } from '../domain/clearance.ts'

/**
 * What the rules say of the act now. Fails with `Unavailable` when they cannot be reached, and with any other error when they do not
 * answer as they must: nothing is disclosed because of rules that failed.
 */
export const askRules = async (
  rules: ClearanceRules,
  state: LicensingCase,
  act: DisclosureAct,
): Promise<ClearanceFinding> => clearanceFinding.parse(findingOf(await rules.ask(questionOf(state, act))))

/** A command that does the act, with what the rules say of it where it crosses a border. */
export const asked =
  <const T extends string>(rules: ClearanceRules, type: T, act: DisclosureAct) =>
  async ({ state }: Aggregate<LicensingCase, unknown>): Promise<{ type: T; finding?: ClearanceFinding }> =>
    crossesBorder(state) ? { type, finding: await askRules(rules, state, act) } : { type }
