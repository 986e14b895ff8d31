import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  country,
  needContent,
  type Organisation,
  offerContent,
  organisationKind,
  type ProfileKind,
} from '@techbridge/contracts'
import { sampleNeeds, sampleOffers } from '@techbridge/local/sample'
import { findMatches } from '../../services/matching/src/usecases/find-matches.ts'
import { shippedAlone } from '../../services/matching/src/usecases/models.ts'
import {
  documentOf,
  type IndexedProfile,
  indexSpec,
  profileIn,
} from '../../services/matching/src/usecases/profiles-index.ts'
import { fill, withIndexes } from '../src/quality/index-on-disk.ts'
import { whyAbsent } from '../src/quality/labelled-data.ts'
import { now, publicationOf } from '../src/quality/publications.ts'
import { readSbir } from '../src/quality/sbir.ts'

interface Published {
  id: string
  kind: ProfileKind
  organisation: Organisation
  content: unknown
}
type Describe = (organisation: Organisation, at: number) => Organisation

const asTheyAre: Describe = (organisation) => organisation
/** Other names, countries and kinds for the same organisations. */
const describedOtherwise: Describe = ({ id, name }, at) => ({
  id: `renamed-${id}`,
  name: `${name.toUpperCase()} ${at} มหาวิทยาลัย`,
  country: country.options[(at * 37) % country.options.length]!,
  kind: organisationKind.options[(at * 5) % organisationKind.options.length]!,
})

/** What matching makes of the profiles: each candidate in its order with score, reasons and exclusion. */
const matched = (profiles: readonly Published[], describe: Describe) =>
  withIndexes(async (indexes) => {
    const opened = { offer: await indexes.open(indexSpec('offer')), need: await indexes.open(indexSpec('need')) }
    const places = new Map([...new Set(profiles.map(({ organisation }) => organisation.id))].map((id, at) => [id, at]))
    const needs: IndexedProfile[] = []
    const documents = { offer: [], need: [] } as Record<
      ProfileKind,
      NonNullable<Awaited<ReturnType<typeof documentOf>>>[]
    >
    for (const { id, kind, organisation, content } of profiles) {
      const event = publicationOf(kind, { id, title: id, body: id })
      const data = {
        ...(event.data as object),
        content,
        organisation: describe(organisation, places.get(organisation.id) ?? 0),
      }
      const document = await documentOf({ ...event, data })
      const profile = document && profileIn({ ...document })
      if (!document || !profile) throw new Error(`${id} is not published`)
      documents[kind].push(document)
      if (kind === 'need') needs.push(profile)
    }
    for (const kind of ['offer', 'need'] as const) await fill(opened[kind], documents[kind])
    const scores = new Map<string, unknown>()
    const excluded = new Map<string, string>()
    for (const need of needs) {
      const { assessed } = await findMatches({ indexes: opened, models: shippedAlone }, need, now)
      for (const [place, { offer, score, features, excluded: exclusion }] of assessed.entries()) {
        const pair = `${need.profile.id} ${offer.id}`
        scores.set(pair, { place, score, features: features() })
        if (exclusion) excluded.set(pair, exclusion.why.code)
      }
    }
    return { scores, excluded }
  })

const assertSame = async (profiles: readonly Published[]) => {
  const [before, after] = [await matched(profiles, asTheyAre), await matched(profiles, describedOtherwise)]
  assert.ok(before.scores.size > profiles.length)
  for (const [pair, score] of before.scores) assert.deepEqual(after.scores.get(pair), score, pair)
  assert.equal(after.scores.size, before.scores.size)
  const byOrganisation = ['excluded.same-organisation', 'excluded.deadline']
  for (const pair of new Set([...before.excluded.keys(), ...after.excluded.keys()])) {
    const [one, other] = [before.excluded.get(pair), after.excluded.get(pair)]
    if (one !== other)
      for (const why of [one, other]) assert.ok(why === undefined || byOrganisation.includes(why), `${pair}: ${why}`)
  }
}

test('the sample scores the same when its organisations have other names, countries and kinds', async () => {
  await assertSame([
    ...sampleOffers.map(({ key, organisation, content }) => ({
      id: key,
      kind: 'offer' as const,
      organisation,
      content: offerContent.parse(content),
    })),
    ...sampleNeeds.slice(0, 30).map(({ key, organisation, content }) => ({
      id: key,
      kind: 'need' as const,
      organisation,
      content: needContent.parse(content),
    })),
  ])
})

test('and so do needs of US agencies and projects', { skip: whyAbsent('sbir') }, async () => {
  const { needs, offers } = readSbir()
  const published = (kind: ProfileKind, texts: typeof needs) =>
    texts.map((text, at): Published => {
      const { content } = publicationOf(kind, text).data as { content: unknown }
      const organisation = {
        id: `${kind}-${at % 50}`,
        name: `${kind} ${at % 50}`,
        country: 'US',
        kind: 'agency',
      } as const
      return { id: text.id, kind, organisation, content }
    })
  await assertSame([...published('offer', offers.slice(0, 200)), ...published('need', needs.slice(0, 20))])
})
