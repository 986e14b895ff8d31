import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { guardSentences, message, problem, render, saidMessage } from '../src/index.ts'
import { english } from '../src/messages/english.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Of what is served, without tests. */
const sources = ['packages', 'services']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'src')))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  .join('\n')

describe('the catalogue of messages', () => {
  it('has nothing that nobody says', () => {
    const guards = Object.keys(guardSentences).map((name) => `guard-${name}`)
    const said = Object.keys(english).filter((code) => !guards.includes(code))
    assert.ok(said.length > 140)
    assert.deepEqual(
      said.filter((code) => !sources.includes(`message('${code}'`)),
      [],
    )
    assert.deepEqual(
      Object.keys(guardSentences).filter((name) => !sources.includes(`name: '${name}'`)),
      [],
    )
  })

  it('is used by every refinement that adds what it finds', () => {
    assert.equal(sources.match(/addIssue/g)?.length, 1, 'use refuse()')
  })

  it('says each message with its parameters', () => {
    assert.equal(render(message('trl.below', { has: 3, asked: 6 })), 'TRL 3 is below the TRL 6 asked for.')
    assert.equal(
      render(message('guard-nda-complete', { action: 'start-negotiation', allowed: [] })),
      '"start-negotiation" is blocked by nda-complete: both sides must sign the NDA before the negotiation begins. There is nothing for you to do now.',
    )
  })

  it('gives what travels as JSON', () => {
    const said = message('territory.shared', { shared: ['TH'], wanted: ['TH', 'VN'] })
    assert.deepEqual(saidMessage.parse(JSON.parse(JSON.stringify(said))), said)
    const { code, params } = message('no-such-path', { path: '/v2' })
    problem.parse({ type: 'urn', title: 'Not found', status: 404, detail: 'x', code, params })
  })
})
