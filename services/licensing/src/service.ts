import type { HttpService } from '@techbridge/http'
import { createRuntime, type ServiceDependencies } from '@techbridge/runtime'
import { type CaseCommand, type CaseEvent, caseLife, type LicensingCase } from './domain/licensing-case.ts'
import { reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'

/** The service that carries agreed matches through the licensing workflow. */
export const createLicensing = async (dependencies: ServiceDependencies): Promise<HttpService> => {
  const runtime = createRuntime('licensing', dependencies)
  const cases = await runtime.aggregates<LicensingCase, CaseCommand, CaseEvent>('case', {
    name: 'cases',
    service: 'licensing',
    decider: caseLife,
    indexes: ['status', 'provider', 'seeker', 'openedAt'],
    pages: [{ order: 'openedAt', by: ['provider', 'seeker', 'status'] }],
    indexed: ({ status, need, offer, openedAt }) => ({
      status,
      provider: offer.organisation.id,
      seeker: need.organisation.id,
      openedAt,
    }),
  })
  runtime.consume('licensing', reactions(cases))
  return runtime.service(routes(cases, dependencies.clock))
}
