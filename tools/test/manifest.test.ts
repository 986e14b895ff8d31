import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { serviceNames } from '@techbridge/contracts'
import { documents } from '../docs/documents.ts'
import { withLines, withRegion } from '../manifest/region.ts'

const root = join(import.meta.dirname, '../..')
const deployed = [
  'docker-compose.yml',
  'infra/docker/Dockerfile',
  'infra/k8s/values.yaml',
  'infra/k8s/values.schema.json',
  'infra/local/package.json',
  'infra/local/src/services.ts',
]

describe('what runs the services', () => {
  for (const path of deployed)
    it(`is written for each of them: ${path}`, () => {
      const text = documents[path]?.() ?? ''
      for (const name of serviceNames) assert.ok(text.includes(name), name)
      assert.equal(text, readFileSync(join(root, path), 'utf8'))
    })

  it('keeps what stands around', () => {
    const before = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
    const [head, tail] = [before.indexOf('  offers:'), before.indexOf('  # end of')]
    const after = withLines('docker-compose.yml', ['  one: {}'], '  ')
    assert.equal(after, `${before.slice(0, head)}  one: {}\n${before.slice(tail)}`)
  })

  it('is not written where there is no place for it', () => {
    assert.throws(() => withLines('README.md', []), /README.md lacks the place/)
    assert.throws(() => withRegion('README.md', /no such words as these/, ''), /README.md lacks the place/)
  })
})
