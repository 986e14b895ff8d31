import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type CaseStatus, type CloudEvent, caseEvents, eventContracts } from '@techbridge/contracts'
import { keptSecret, openAdapters } from '@techbridge/process'
import { actors, assertProblem, startService } from '@techbridge/testkit'
import { pino } from 'pino'
import type { LicensingCase } from '../src/domain/case.ts'
import { caseLife } from '../src/domain/licensing-case.ts'
import { type CaseOfVersion1, ofVersion1 } from '../src/domain/of-version-1.ts'
import { createLicensing } from '../src/service.ts'
import { by, deadline, id, match, need, offer } from './case-life.ts'

const openedAt = '2026-11-02T08:00:00.000Z'
const domestic = { ...need, organisation: { ...need.organisation, country: 'CN' } }
const unregistered = { ...offer, ipStatus: 'secretKnowHow' as const }

const kept = (status: CaseOfVersion1['status'], more: Partial<CaseOfVersion1> = {}): CaseOfVersion1 => ({
  id,
  match,
  need,
  offer,
  status,
  ndaSignedBy: status === 'opened' ? [] : ['seeker', 'provider'],
  agreementSignedBy: status === 'signed' || status === 'active' ? ['seeker', 'provider'] : [],
  openedAt,
  ...more,
})

const mapping: [what: string, of: CaseOfVersion1, to: CaseStatus][] = [
  ['opened', kept('opened'), 'opened'],
  ['under an NDA', kept('nda', { ndaSignedBy: ['seeker'] }), 'nda'],
  ['with a complete NDA', kept('nda'), 'nda'],
  ['negotiated across a border', kept('negotiation'), 'clearance'],
  ['negotiated in one country', kept('negotiation', { need: domestic }), 'negotiation'],
  ['signed by one', kept('negotiation', { agreementSignedBy: ['seeker'] }), 'signature'],
  ['signed by both over a granted right', kept('signed'), 'recordal'],
  ['signed by both over know-how', kept('signed', { offer: unregistered }), 'signed'],
  ['in force', kept('active'), 'active'],
  ['ended', kept('terminated'), 'terminated'],
]

describe('a case of version 1', () => {
  for (const [what, of, to] of mapping) {
    test(`that was ${what} goes on in status ${to}, and somebody can act`, () => {
      const state = ofVersion1(of)
      assert.equal(state.status, to)
      assert.deepEqual(state.agreementSignedBy, of.agreementSignedBy, 'a signature that was given stays given')
      assert.deepEqual([state.dealType, state.family], ['nonExclusiveLicence', 'licence'])
      assert.equal(ofVersion1(state), state, 'it is converted once')
      const actions = caseLife.actions(state, { relations: ['officer'], at: openedAt })
      assert.equal(actions.length > 0, to !== 'terminated')
    })
  }

  test('is adopted by the calendar once, and has the time of its step from then on', () => {
    const state = ofVersion1(kept('nda'))
    const now = '2026-11-27T08:00:00.000Z'
    assert.equal(caseLife.dueAt(state), openedAt)
    const [event, ...others] = caseLife.decide(state, deadline(now))
    assert.ok(event)
    assert.deepEqual([event.type, others.length], [caseEvents.adopted.type, 0])
    caseEvents.adopted.data.parse(event.data)
    const after = caseLife.evolve(state, event, now)
    assert.deepEqual([after.status, after.askedAt], ['nda', now])
    assert.ok((caseLife.dueAt(after) ?? '') > now)
    assert.deepEqual(caseLife.decide(after, deadline(now)), [])
  })

  test('that one side signed is signed by the other only when an officer has cleared it', () => {
    let state: LicensingCase = ofVersion1(kept('negotiation', { agreementSignedBy: ['seeker'] }))
    const act = (command: Parameters<typeof caseLife.decide>[1]) => {
      for (const event of caseLife.decide(state, command)) state = caseLife.evolve(state, event, command.at)
    }
    assert.throws(() => act(by(actors.provider, 'sign')), /negotiation-cleared/)
    act(by(actors.officer, 'clear', { act: 'negotiation' }))
    act(by(actors.officer, 'clear', { act: 'signature' }))
    act(by(actors.provider, 'sign'))
    assert.equal(state.status, 'recordal')
  })
})

test('the events of a log of version 1 are read as they were', () => {
  const sides = { id, match, need, offer }
  const log = [
    [caseEvents.opened, sides],
    [caseEvents.ndaDrafted, sides],
    [caseEvents.ndaSigned, { ...sides, party: 'seeker' }],
    [caseEvents.negotiationStarted, sides],
    [caseEvents.agreementSigned, { ...sides, party: 'provider' }],
    [caseEvents.activated, sides],
    [caseEvents.terminated, { ...sides, reason: 'No budget.' }],
  ] as const
  for (const [{ type }, data] of log) {
    const contract = eventContracts.find((one) => one.type === type)
    assert.deepEqual(contract?.data.parse(data), data)
  }
})

describe('a store of version 1', async () => {
  const ids = mapping.map((_, place) => `case_${String(place).padStart(24, '0')}`)
  const running = await startService(
    { licensing: createLicensing },
    {
      prepare: async (DATA_DIR) => {
        await keptSecret(DATA_DIR)
        const adapters = await openAdapters({ DATA_DIR }, pino({ level: 'silent' }))
        const cases = await adapters.storeOf('licensing').collection<any>('cases', {
          indexes: ['status', 'provider', 'seeker', 'openedAt', 'pendingSince', 'dueAt', 'indexing'],
        })
        for (const [place, [, state]] of mapping.entries())
          await cases.insert({
            _id: ids[place],
            version: 7,
            seq: 3,
            state: { ...state, id: ids[place] },
            plain: true,
            status: state.status,
            provider: offer.organisation.id,
            seeker: need.organisation.id,
            openedAt,
          })
        await adapters.close()
      },
    },
  )
  after(running.close)
  const officer = await running.as('officer')
  await running.settle()

  test('opens: each case is shown, found by its status of today and has a deadline', async () => {
    for (const [place, [what, , to]] of mapping.entries()) {
      const { body } = await officer.get(`/v1/cases/${ids[place]}`).expect(200)
      assert.equal(body.status, to, what)
      const ends = to === 'terminated'
      assert.equal(body.version, ends ? 3 : 4, 'adopting it is one event')
      assert.equal(body.awaited === undefined, ends || to === 'active', what)
      const { body: list } = await officer.get(`/v1/cases?status=${to}&limit=100`).expect(200)
      assert.ok(
        list.items.some((one: any) => one.id === ids[place]),
        `${what} is found as ${to}`,
      )
    }
    const { body } = await officer.get('/v1/cases?limit=100').expect(200)
    assert.equal(body.items.length, mapping.length)
  })

  test('says of each case that it was adopted, once', async () => {
    await running.settle()
    const adopted = (await running.events()).filter(({ type }: CloudEvent) => type === caseEvents.adopted.type)
    assert.equal(new Set(adopted.map(({ id: one }) => one)).size, mapping.length - 1)
    assert.equal(adopted.length, mapping.length - 1)
  })

  test('lets a negotiation go on once it is cleared', async () => {
    const path = `/v1/cases/${ids[3]}`
    const act = (action: string, given?: object) => officer.post(`${path}/${action}`).set('If-Match', '*').send(given)
    assertProblem(await act('start-negotiation'), 409, 'guard-negotiation-cleared')
    await act('clear', { act: 'negotiation', reason: 'Looked at anew.' }).expect(200)
    const { body } = await act('start-negotiation').expect(200)
    assert.equal(body.status, 'negotiation')
  })
})
