import { clauseNames, message, type Terms } from '@techbridge/contracts'
import { deals } from '../clauses-of-deals.ts'
import { error, type Finding, warning } from './finding.ts'

/** Clauses that the type of the deal needs, and those that do not belong to it. */
export const clauseFindings = (terms: Terms): Finding[] => {
  const deal = terms.deal?.type
  if (deal === undefined) return [error(message('terms.clause-missing', { clause: 'deal', deal: 'any' }), 'deal')]
  const { needs, mayHave } = deals[deal]
  return clauseNames.flatMap((clause) => {
    if (!terms[clause])
      return needs.includes(clause) ? [error(message('terms.clause-missing', { clause, deal }), clause)] : []
    const belongs = needs.includes(clause) || mayHave.includes(clause)
    return belongs ? [] : [error(message('terms.clause-foreign', { clause, deal }), clause)]
  })
}

const paid = new Set([
  'exclusiveLicence',
  'soleLicence',
  'coExclusiveLicence',
  'nonExclusiveLicence',
  'assignment',
  'knowHow',
])

/** What is odd about the clauses together, and within the smaller ones. */
export const otherFindings = (terms: Terms): Finding[] => {
  const { deal, upfront, royalty, milestones, equity, reports, patentCosts, improvements, law } = terms
  const isPaid = upfront || royalty || equity || milestones?.list.some(({ amount }) => amount)
  return [
    ...(deal && paid.has(deal.type) && !isPaid ? [warning(message('terms.nothing-paid'), 'upfront', 'royalty')] : []),
    ...(royalty && !reports ? [warning(message('terms.royalty-without-reports'), 'royalty', 'reports')] : []),
    ...(patentCosts?.borneBy === 'shared' && patentCosts.seekerShare === undefined
      ? [error(message('terms.seeker-share-missing'), 'patentCosts.seekerShare')]
      : []),
    ...(improvements?.licenceBack === 'exclusive'
      ? [warning(message('terms.licence-back-exclusive'), 'improvements.licenceBack')]
      : []),
    ...(law && !law.languages.includes(law.prevailingLanguage)
      ? [
          error(
            message('terms.prevailing-language', { language: law.prevailingLanguage }),
            'law.prevailingLanguage',
            'law.languages',
          ),
        ]
      : []),
  ]
}
