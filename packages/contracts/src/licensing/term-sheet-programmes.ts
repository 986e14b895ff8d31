import { z } from 'zod'
import { country, wantedLanguage } from '../common/codes.ts'
import { money, percentage } from '../common/money.ts'
import { day, line, text } from '../common/values.ts'
import { whole } from '../disclosure/marks.ts'

/** Two names that are one when they are written alike; where one clause refers to another. */
const name = line(200).meta({ description: 'Unlike any other in the list' })
const partner = text(200).meta({ description: 'Name of a partner' })
const listOf = <T extends z.ZodType>(entry: T, least: number, most: number) =>
  whole(z.object({ list: z.array(entry).min(least).max(most).meta({ description: 'In any order' }) }))

/** The clauses of joint laboratories, demonstration parks and capacity building. */
export const programmeClauses = {
  partners: listOf(
    whole(
      z
        .object({ name, country, role: text(500).optional().meta({ description: 'What it does' }) })
        .meta({ id: 'ProgrammePartner', description: 'An organisation that takes part' }),
    ),
    2,
    20,
  ).meta({ description: 'Who takes part' }),
  sites: listOf(
    whole(
      z
        .object({
          name,
          country,
          host: partner,
          place: text(300).optional().meta({ description: 'Address, or where it lies' }),
          equipment: text(500).optional().meta({ description: 'What is there to work with' }),
        })
        .meta({ id: 'LaboratorySite', description: 'A place of a joint laboratory' }),
    ),
    1,
    12,
  ).meta({ description: 'Where the laboratory works' }),
  contributions: listOf(
    whole(
      z
        .object({
          name,
          partner,
          kind: z
            .enum(['cash', 'staff', 'equipment', 'premises', 'land', 'knowHow', 'material'])
            .meta({ description: 'What kind of thing it is' }),
          value: money.optional().meta({ description: 'What it is worth' }),
          due: day.optional().meta({ description: 'Last day to bring it in' }),
        })
        .meta({ id: 'Contribution', description: 'What a partner brings in' }),
    ),
    1,
    30,
  ).meta({ description: 'Who brings in what' }),
  governance: whole(
    z.object({
      seats: z
        .array(
          whole(
            z
              .object({
                partner,
                seats: z.int().min(1).max(20).meta({ description: 'How many' }),
              })
              .meta({ id: 'Seats', description: 'Seats of a partner on the board' }),
          ),
        )
        .min(1)
        .max(20)
        .meta({ description: 'Who sits on the board' }),
      decides: z
        .enum(['majority', 'twoThirds', 'unanimity'])
        .meta({ description: 'What a decision of the board takes' }),
      chair: text(300).meta({ description: 'Who presides, and for how long' }),
      deadlock: text(500).optional().meta({ description: 'What happens when the board does not decide' }),
    }),
  ).meta({ description: 'Who decides' }),
  sharedIp: whole(
    z.object({
      background: text(1000).meta({ description: 'What each brings in, and who may use it for what' }),
      ownedBy: z
        .enum(['maker', 'both', 'byShare'])
        .meta({ description: 'Whose a result is: of who made it, of both in equal parts, or by shares' }),
      shares: z
        .array(
          whole(z.object({ partner, share: percentage }).meta({ id: 'IpShare', description: 'Share of a partner' })),
        )
        .max(20)
        .default([])
        .meta({ description: 'For ownership by shares: together 100 per cent' }),
      exploitation: text(1000).meta({ description: 'Who may use and license results, and who gets the income' }),
      publication: text(500).optional().meta({ description: 'When results may be published' }),
    }),
  ).meta({ description: 'Whose the results are' }),
  site: whole(
    z.object({
      name: line(200).meta({ description: 'What the site is called' }),
      country,
      place: text(300).meta({ description: 'Where it lies' }),
      areaSquareMetres: z.int().min(1).max(1_000_000_000).optional().meta({ description: 'How large it is' }),
      tenure: text(300).optional().meta({ description: 'Who holds the land, and by which right' }),
    }),
  ).meta({ description: 'Where the technology is shown' }),
  phases: listOf(
    whole(
      z
        .object({
          name,
          start: day.meta({ description: 'First day' }),
          end: day.meta({ description: 'Last day' }),
          activities: text(500).meta({ description: 'What is done' }),
        })
        .meta({ id: 'DemonstrationPhase', description: 'A season or a phase of a demonstration' }),
    ),
    1,
    20,
  ).meta({ description: 'Seasons or phases' }),
  indicators: listOf(
    whole(
      z
        .object({
          name,
          unit: line(40).meta({ description: 'Unit of the values' }),
          baseline: z.number().optional().meta({ description: 'Value before' }),
          target: z.number().meta({ description: 'Value to be reached' }),
          direction: z.enum(['atLeast', 'atMost']).meta({ description: 'On which side of the target it must be' }),
          due: day.meta({ description: 'When it is measured' }),
          phase: text(200).optional().meta({ description: 'Name of the phase that it belongs to' }),
          method: text(500).optional().meta({ description: 'How it is measured, and by whom' }),
        })
        .meta({ id: 'AgreedIndicator', description: 'A yield or a performance that is measured by a day' }),
    ),
    1,
    30,
  ).meta({ description: 'What is measured, and what is to be reached' }),
  trainees: listOf(
    whole(
      z
        .object({
          name,
          count: z.int().min(1).max(100_000).meta({ description: 'How many people' }),
          qualification: text(500).optional().meta({ description: 'What they must know or be before' }),
        })
        .meta({ id: 'TraineeGroup', description: 'A group of people who are trained' }),
    ),
    1,
    20,
  ).meta({ description: 'Who is trained' }),
  curriculum: listOf(
    whole(
      z
        .object({
          name,
          hours: z.int().min(1).max(2000).meta({ description: 'Hours of teaching' }),
          content: text(800).meta({ description: 'What is taught' }),
          language: wantedLanguage,
          certificate: text(200).optional().meta({ description: 'What those who pass receive' }),
        })
        .meta({ id: 'TrainingModule', description: 'A part of the curriculum' }),
    ),
    1,
    30,
  ).meta({ description: 'What is taught' }),
  sessions: listOf(
    whole(
      z
        .object({
          name,
          module: text(200).meta({ description: 'Name of the module' }),
          group: text(200).meta({ description: 'Name of the group of trainees' }),
          start: day.meta({ description: 'First day' }),
          end: day.meta({ description: 'Last day' }),
          place: text(300).meta({ description: 'Where' }),
        })
        .meta({ id: 'TrainingSession', description: 'When and where a module is taught to a group' }),
    ),
    1,
    40,
  ).meta({ description: 'When and where' }),
}
