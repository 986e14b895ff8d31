import type { CaseEvent, LicensingCase } from './licensing-case.ts'
import { caseWorkflow } from './workflow.ts'

/** The case after the event. */
export const evolve = (before: LicensingCase | undefined, event: CaseEvent, at: string): LicensingCase => {
  if (event.type === 'techbridge.case.opened.v1') {
    return { ...event.data, status: 'opened', ndaSignedBy: [], agreementSignedBy: [], openedAt: at }
  }
  const licensingCase = before as LicensingCase
  const after = (action: Parameters<typeof caseWorkflow.after>[1]) => caseWorkflow.after(licensingCase.status, action)
  switch (event.type) {
    case 'techbridge.case.nda-drafted.v1':
      return { ...licensingCase, status: after('draft-nda') }
    case 'techbridge.case.nda-signed.v1':
      return { ...licensingCase, ndaSignedBy: [...licensingCase.ndaSignedBy, event.data.party] }
    case 'techbridge.case.negotiation-started.v1':
      return { ...licensingCase, status: after('start-negotiation') }
    case 'techbridge.case.agreement-signed.v1': {
      const agreementSignedBy = [...licensingCase.agreementSignedBy, event.data.party]
      const status = after(agreementSignedBy.length === 2 ? 'complete-signature' : 'sign')
      return { ...licensingCase, status, agreementSignedBy }
    }
    case 'techbridge.case.organisation-renamed.v1':
      return { ...licensingCase, need: event.data.need, offer: event.data.offer }
    case 'techbridge.case.activated.v1':
      return { ...licensingCase, status: after('activate') }
    case 'techbridge.case.terminated.v1':
      return { ...licensingCase, status: after('terminate') }
  }
}
