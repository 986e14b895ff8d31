import assert from 'node:assert/strict'
import { test } from 'node:test'
import express from 'express'
import supertest from 'supertest'
import { docsPages } from '../src/docs-page.ts'

const pages = supertest(express().use(docsPages()))

test('the page has what it loads, and a favicon', async () => {
  const { text } = await pages.get('/docs').expect(200).expect('Content-Type', /html/)
  const loaded = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path!)
  assert.ok(loaded.includes('/favicon.ico') && loaded.length === 4, String(loaded))
  for (const path of loaded) await pages.get(path).expect(200)
  await pages.get('/favicon.ico').expect('Content-Type', /svg/)
})

test('nothing of the makers of Swagger UI is shown, its pet store least of all', async () => {
  for (const file of [
    'index.html',
    'swagger-initializer.js',
    'index.css',
    'oauth2-redirect.html',
    'package.json',
    '..%2fpackage.json',
  ])
    await pages.get(`/docs/${file}`).expect(404)
  for (const path of ['/docs', '/docs/', '/docs/start.js', '/openapi.json'])
    assert.doesNotMatch((await pages.get(path).expect(200)).text, /petstore/i)
})
