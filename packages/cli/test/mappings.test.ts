import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { message, messageAt, needContent, offerContent, organisation } from '@techbridge/contracts'
import { mappings } from '../src/import/mappings/index.ts'
import { importRows } from '../src/import/rows.ts'
import { collect } from './async.ts'

const software = {
  Software: 'Orbit Planner',
  Description: 'It plans orbits. It is written in C.',
  'NASA Center': 'ARC',
  Categories: ['NASA', 'ARC', 'Open Source', 'Orbits', 'orbits', 'Planning', 'C', 'x'.repeat(81), 'a', 'b', 'c'],
  License: ['NASA Open Source', 'NASA Open Source'],
  'External Link': 'https://example.org/orbit',
  'Public Code Repo': 'https://example.org/orbit',
}
const topic = {
  id: 'T1',
  title: 'Quiet rotors',
  description: `Design quiet rotors. ${'Rotors are loud. '.repeat(400)}`,
  agency: 'Department of Transportation',
  open_date: 'May 24, 2012',
  close_date: 'June 27, 2012',
  url: 'https://example.org/t1',
  mentions_itar: true,
}
const award = {
  id: 'A1',
  title: 'The title that must not be seen',
  abstract: `DESCRIPTION (provided by applicant): We build rotors that make little noise at any speed, and test them in a wind tunnel. ${'They are quiet. '.repeat(400)}`,
  phase: 'Phase II',
  year: 2015,
}

describe('nasa', () => {
  const { key, organisation: centre, content } = mappings.nasa.toRow(mappings.nasa.record.parse(software))
  const offer = offerContent.parse(content)

  test('gives an offer that the contract takes', () => {
    assert.deepEqual(organisation.parse(centre), {
      id: 'nasa-arc',
      name: 'NASA Ames Research Center',
      country: 'US',
      kind: 'researchInstitute',
    })
    assert.equal(offer.texts.en!.title, 'Orbit Planner')
    assert.equal(offer.texts.en!.summary, software.Description)
    assert.deepEqual(offer.keywords.technology, ['Orbits', 'Planning', 'C', 'a', 'b'])
    assert.deepEqual(offer.dealTypes, ['nonExclusiveLicence'])
  })

  test('says what is assumed, which licence it is and where to look, once', () => {
    const { description } = offer.texts.en!
    assert.match(description, /TRL 6 .* assumptions/)
    assert.match(description, /Licence: NASA Open Source\.$/m)
    assert.equal(description.split('https://example.org/orbit').length, 2)
  })

  test('tells records of one title apart, in any order, and knows a centre by name and by code', () => {
    const row = (change: object) => mappings.nasa.toRow(mappings.nasa.record.parse({ ...software, ...change }))
    assert.equal(row({}).key, key)
    assert.notEqual(row({ 'External Link': 'https://example.org/other' }).key, key)
    assert.equal(row({ 'NASA Center': 'LaRC' }).organisation?.id, 'nasa-larc')
    assert.deepEqual(
      row({ 'NASA Center': 'NASA Langley Research Center' }).organisation,
      row({ 'NASA Center': 'LaRC' }).organisation,
    )
    assert.partialDeepStrictEqual(row({ 'NASA Center': 'COE' }).organisation, { name: 'NASA COE' })
  })
})

describe('sbir-needs', () => {
  const {
    key,
    organisation: agency,
    content,
  } = mappings['sbir-needs'].toRow(mappings['sbir-needs'].record.parse(topic))
  const need = needContent.parse(content)

  test('gives a need of the agency, with what it leaves out of the fields in the text', () => {
    assert.equal(key, 'T1')
    assert.deepEqual(organisation.parse(agency), {
      id: 'us-department-of-transportation',
      name: 'Department of Transportation',
      country: 'US',
      kind: 'agency',
    })
    assert.equal(need.responseDeadline, undefined)
    assert.match(need.texts.en!.description, /opened May 24, 2012, closed June 27, 2012/)
    assert.match(need.texts.en!.description, /ITAR/)
  })

  test('ends a long text with a sentence', () => {
    const { description, summary } = need.texts.en!
    assert.ok(description.length > 3900)
    assert.match(description.split('\n\n')[0]!, /Rotors are loud\.$/)
    assert.match(summary, /Rotors are loud\.$/)
  })
})

describe('sbir-offers', () => {
  const { organisation: awardees, content } = mappings['sbir-offers'].toRow(mappings['sbir-offers'].record.parse(award))
  const offer = offerContent.parse(content)

  test('takes its title from the abstract and never from the award', () => {
    organisation.parse(awardees)
    assert.match(offer.texts.en!.title, /^We build rotors that make little noise at any speed.*…$/)
    assert.doesNotMatch(JSON.stringify(content), /must not be seen/)
  })

  test('states the readiness that it assumes', () => {
    assert.equal(offer.trl, 5)
    assert.match(offer.texts.en!.description, /TRL 5 is an assumption/)
  })
})

describe('rows', () => {
  const rows = async (values: unknown[], more = {}) => {
    async function* records() {
      for (const [place, value] of values.entries()) yield { row: place + 1, value }
    }
    return await collect(importRows(records(), { mapping: mappings.plain, ...more }))
  }
  const institute = { id: 'an-institute', name: 'An Institute', country: 'LA', kind: 'university' } as const

  test('of plain are import rows, or contents with a key', async () => {
    const lines = await rows([
      { key: 'a', content: { type: 'TO' } },
      { key: 'b', organisation: institute, type: 'TO', sector: 'A' },
    ])
    assert.deepEqual(
      lines.map((read) => !read.refused && read.line),
      [
        { key: 'a', content: { type: 'TO' } },
        { key: 'b', organisation: institute, content: { type: 'TO', sector: 'A' } },
      ],
    )
  })

  test('get the organisation that was given, unless they name one', async () => {
    const other = { ...institute, id: 'other' }
    const lines = await rows([{ key: 'a' }, { key: 'b', organisation: other }], { organisation: institute })
    assert.deepEqual(
      lines.map((read) => !read.refused && read.line.organisation?.id),
      ['an-institute', 'other'],
    )
  })

  test('are refused with the path of what is wrong', async () => {
    const lines = await rows([{ key: 7 }, 'text', { key: 'a', organisation: { ...institute, id: 7 } }])
    assert.deepEqual(
      lines.map((read) => read.refused?.errors?.map(({ path }) => path)),
      [['row.key'], ['row'], ['row.organisation.id']],
    )
  })

  test('are refused when an earlier one has their key', async () => {
    const lines = await rows([{ key: 'a' }, { key: 'b' }, { key: 'a' }, { key: 'a', organisation: institute }])
    assert.deepEqual(
      lines.map((read) => read.refused?.errors),
      [undefined, undefined, [messageAt('row.key', message('import.key-of-row', { row: 1 }))], undefined],
    )
  })
})
