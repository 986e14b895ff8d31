import { z } from 'zod'
import { country, territory, wantedLanguage } from '../common/codes.ts'
import { money, percentage } from '../common/money.ts'
import { day, line, text } from '../common/values.ts'
import { dealType } from '../common/vocabulary.ts'
import { whole } from '../disclosure/marks.ts'
import { party } from '../matching/vocabulary.ts'
import { patent } from '../offers/content.ts'
import { distinct } from '../profiles/content.ts'

const days = z.int().min(0).max(3650)
const note = text(1000).optional().meta({ description: 'What else is agreed about it' })

export const exclusivity = z.enum(['exclusive', 'sole', 'coExclusive', 'nonExclusive']).meta({
  id: 'Exclusivity',
  description:
    'Who may use the technology: the licensee alone; the licensee and the licensor; the licensee and one more; or whomever the licensor allows',
})
export type Exclusivity = z.infer<typeof exclusivity>

const grant = whole(
  z
    .object({
      exclusivity,
      fieldOfUse: text(500).optional().meta({ description: 'What for; every use when absent' }),
      territories: distinct(z.array(territory).min(1).max(60)).meta({ description: 'Where, in any order' }),
      sublicensing: z
        .enum(['none', 'withConsent', 'free'])
        .meta({ description: 'Whether the licensee may grant sublicences' }),
    })
    .meta({ id: 'Grant', description: 'A right to use the technology, in a field and in territories' }),
)

const royaltyTier = whole(
  z
    .object({
      from: money.meta({ description: 'The rate applies to the part of the base from here on' }),
      to: money.optional().meta({ description: 'Up to here; without end when absent' }),
      rate: percentage,
    })
    .meta({ id: 'RoyaltyTier', description: 'The rate for a part of the base' }),
)

const accountingPeriod = z
  .enum(['quarter', 'halfYear', 'year'])
  .meta({ id: 'AccountingPeriod', description: 'Over which time is accounted' })

/** The clauses of licences, options and assignments; other deals have some of them too. */
export const licenceClauses = {
  deal: whole(z.object({ type: dealType })).meta({ description: 'Which form of agreement it is' }),
  subject: whole(
    z.object({
      description: text(4000).meta({ description: 'The technology, in words' }),
      patents: z.array(patent).max(30).default([]).meta({ description: 'Patents and applications that belong to it' }),
      knowHow: text(2000).optional().meta({ description: 'Unpatented knowledge that belongs to it' }),
      deliverables: z
        .array(text(300))
        .max(20)
        .default([])
        .meta({ description: 'Drawings, samples, seeds, software and the like that are handed over' }),
    }),
  ).meta({ description: 'What it is about' }),
  grant: whole(
    z.object({ grants: z.array(grant).min(1).max(8).meta({ description: 'Each for other fields or territories' }) }),
  ).meta({ description: 'Which rights are granted' }),
  option: whole(
    z.object({
      until: day.meta({ description: 'Last day to exercise it' }),
      fee: money.optional().meta({ description: 'What the option costs' }),
      exercise: text(1000).meta({ description: 'How it is exercised, and what then follows' }),
    }),
  ).meta({ description: 'The right to a licence later' }),
  term: whole(
    z.object({
      start: day.meta({ description: 'First day' }),
      end: day.optional().meta({ description: 'Last day; without end when absent' }),
      renewal: text(500).optional().meta({ description: 'How it may be renewed' }),
    }),
  ).meta({ description: 'From when and until when' }),
  upfront: whole(
    z.object({ amount: money, dueDays: days.meta({ description: 'Days after signature until it is due' }), note }),
  ).meta({ description: 'What is paid at the beginning' }),
  milestones: whole(
    z.object({
      list: z
        .array(
          whole(
            z
              .object({
                name: line(200).meta({ description: 'Unlike that of any other milestone' }),
                due: day.meta({ description: 'Last day to reach it' }),
                amount: money.optional().meta({ description: 'Due when it is reached' }),
                criterion: text(500).optional().meta({ description: 'How one sees that it is reached' }),
              })
              .meta({ id: 'Milestone', description: 'What is to be reached by a day' }),
          ),
        )
        .min(1)
        .max(30)
        .meta({ description: 'In any order' }),
    }),
  ).meta({ description: 'What is to be reached, and what is paid for it' }),
  royalty: whole(
    z.object({
      base: z
        .enum(['netSales', 'grossSales', 'unitsSold'])
        .optional()
        .meta({ description: 'What it is computed from; needed before the sheet is accepted' }),
      definition: text(1000).optional().meta({ description: 'What belongs to the base, and what is deducted' }),
      tiers: z
        .array(royaltyTier)
        .max(12)
        .default([])
        .meta({ description: 'For sales: each rate applies to its own part of the base of a period' }),
      perUnit: money.optional().meta({ description: 'For units sold: what is paid for each' }),
      minimum: money.optional().meta({ description: 'Least for a period' }),
      cap: money.optional().meta({ description: 'Most for a period' }),
      period: accountingPeriod,
    }),
  ).meta({ description: 'What is paid while the technology is used' }),
  equity: whole(
    z.object({
      share: percentage.meta({ description: 'Of the shares, after they are issued' }),
      company: text(200).meta({ description: 'Whose shares' }),
      note,
    }),
  ).meta({ description: 'Shares instead of money' }),
  patentCosts: whole(
    z.object({
      borneBy: z.enum(['provider', 'seeker', 'shared']).meta({ description: 'Who pays fees of offices and attorneys' }),
      seekerShare: percentage.optional().meta({ description: 'Of shared costs' }),
      decidedBy: party.meta({ description: 'Who decides on filing and upkeep' }),
      note,
    }),
  ).meta({ description: 'Who pays for the patents' }),
  diligence: whole(
    z.object({
      obligations: text(2000).meta({ description: 'What the licensee does to bring it into use' }),
      investment: money.optional().meta({ description: 'Least that the licensee invests' }),
      by: day.optional().meta({ description: 'Last day for it' }),
      remedy: text(1000).optional().meta({ description: 'What follows when it is not done' }),
    }),
  ).meta({ description: 'What the licensee must do with the rights' }),
  improvements: whole(
    z.object({
      ownedBy: z.enum(['maker', 'provider', 'seeker', 'both']).meta({ description: 'Whose an improvement is' }),
      licenceBack: z
        .enum(['none', 'nonExclusive', 'exclusive'])
        .meta({ description: 'Which licence the other side gets under it' }),
      note,
    }),
  ).meta({ description: 'Who owns what is improved' }),
  reports: whole(
    z.object({
      period: accountingPeriod,
      dueDays: days.meta({ description: 'Days after the period until the report is due' }),
      audit: z
        .enum(['none', 'onceAYear', 'onSuspicion'])
        .meta({ description: 'How often the books may be examined by an independent auditor' }),
      auditNoticeDays: days.optional().meta({ description: 'Days of notice before an audit' }),
      keptYears: z.int().min(1).max(30).optional().meta({ description: 'Years for which books are kept' }),
      note,
    }),
  ).meta({ description: 'What is reported, and how it is examined' }),
  indemnity: whole(
    z.object({
      byProvider: text(1000).optional().meta({ description: 'What the provider answers for' }),
      bySeeker: text(1000).optional().meta({ description: 'What the seeker answers for' }),
      cap: money.optional().meta({ description: 'Most that either pays' }),
      note,
    }),
  ).meta({ description: 'Who answers for which damage' }),
  law: whole(
    z.object({
      governedBy: country.meta({ description: 'The country whose law applies' }),
      forum: z.enum(['courts', 'arbitration']).meta({ description: 'Who decides disputes' }),
      seat: text(200).meta({ description: 'Where the court or the tribunal sits' }),
      rules: text(200).optional().meta({ description: 'Rules of arbitration' }),
      languages: distinct(z.array(wantedLanguage).min(1).max(8)).meta({ description: 'In which it is written' }),
      prevailingLanguage: wantedLanguage.meta({ description: 'The one that counts when they differ' }),
    }),
  ).meta({ description: 'Law, forum and language' }),
  termination: whole(
    z.object({
      noticeDays: days.meta({ description: 'Days of notice' }),
      causes: text(2000).meta({ description: 'Why it may be ended early' }),
      cureDays: days.optional().meta({ description: 'Days to mend a breach before it is a cause' }),
      effects: text(1000).optional().meta({ description: 'What holds afterwards' }),
    }),
  ).meta({ description: 'How it may end early' }),
}
