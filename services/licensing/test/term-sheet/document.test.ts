import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { explanationLanguages } from '@techbridge/contracts'
import { assertProblem } from '@techbridge/testkit'
import { openLicensing } from '../opened-case.ts'
import { termSheets } from './examples.ts'

const licensing = await openLicensing()
after(licensing.running.close)
const { running } = licensing
const { officer, provider, seeker } = licensing.people

const negotiated = async () => {
  const path = `/v1/cases/${await licensing.open()}`
  const steps = [
    [officer, 'draft-nda'],
    [provider, 'sign-nda'],
    [seeker, 'sign-nda'],
    [officer, 'start-clearance'],
    [officer, 'clear', { act: 'negotiation', reason: 'Agricultural machinery.' }],
    [officer, 'start-negotiation'],
  ] as const
  for (const [who, action, body] of steps) {
    const request = who.post(`${path}/${action}`).set('If-Match', '*')
    await (body ? request.send(body) : request).expect(200)
  }
  return path
}

describe('the document of a term sheet', () => {
  test('is a PDF in each language, for the parties and the office', async () => {
    const path = await negotiated()
    await provider.post(`${path}/term-sheet`).send({ clauses: termSheets.nonExclusiveLicence }).expect(201)
    for (const language of explanationLanguages) {
      const { headers, body } = await seeker.get(`${path}/term-sheet/document?lang=${language}`).expect(200)
      assert.equal(headers['content-type'], 'application/pdf')
      assert.equal(headers['content-language'], language)
      assert.equal(headers['content-disposition'], `attachment; filename=term-sheet-1-${language}.pdf`)
      assert.equal(body.subarray(0, 5).toString(), '%PDF-')
    }
    const { headers } = await officer.get(`${path}/term-sheet/document`).set('Accept-Language', 'th').expect(200)
    assert.equal(headers['content-language'], 'th')
    await provider.get(`${path}/term-sheet/document?lang=th`).set('If-None-Match', String(headers.etag)).expect(304)
  })

  test('does not exist for others, nor before terms are proposed', async () => {
    const path = await negotiated()
    assertProblem(await seeker.get(`${path}/term-sheet/document`), 404, 'terms-not-proposed')
    await provider.post(`${path}/term-sheet`).send({ clauses: termSheets.nonExclusiveLicence }).expect(201)
    const stranger = await running.as('otherSeeker')
    const answer = await stranger.get(`${path}/term-sheet/document`).expect(404)
    const nowhere = await stranger.get(`/v1/cases/case_${'9'.repeat(24)}/term-sheet/document`).expect(404)
    assert.deepEqual(Object.keys(answer.body), Object.keys(nowhere.body))
    assert.equal(answer.body.code, nowhere.body.code)
  })

  test('is refused where letters would be empty boxes', async () => {
    const path = await negotiated()
    const clauses = { termination: { noticeDays: 30, causes: 'শুভ' } }
    await provider.post(`${path}/term-sheet`).send({ clauses }).expect(201)
    assertProblem(await seeker.get(`${path}/term-sheet/document`), 409, 'document-unreadable')
  })
})
