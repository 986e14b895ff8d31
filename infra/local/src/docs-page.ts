import { readFileSync } from 'node:fs'
import express, { type Router } from 'express'
import absolutePath from 'swagger-ui-dist/absolute-path.js'

const document = new URL('../../../docs/api/openapi.json', import.meta.url)

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Techbridge API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true })\n`

/** The API docs at /docs, from the generated openapi.json. Everything comes from this process: no CDN. */
export const docsPages = (): Router => {
  const openapi = readFileSync(document, 'utf8')
  const router = express.Router()
  router.get('/', (_request, response) => response.redirect('/docs'))
  router.get('/openapi.json', (_request, response) => void response.type('json').send(openapi))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(start))
  router.get(['/docs', '/docs/'], (_request, response) => void response.type('html').send(page))
  router.use('/docs', express.static(absolutePath(), { index: false, etag: true, maxAge: '1h' }))
  return router
}
