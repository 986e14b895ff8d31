import { readFileSync } from 'node:fs'
import express, { type Router } from 'express'
import absolutePath from 'swagger-ui-dist/absolute-path.js'

const document = new URL('../../../docs/api/openapi.json', import.meta.url)

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Techbridge API</title>
    <link rel="icon" href="/favicon.ico" type="image/svg+xml">
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

/** Two banks and a bridge. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f6c"/><path d="M3 21h26M7 21v5M25 21v5M4 21C8 9 24 9 28 21M12 21v-7M20 21v-7M16 21v-8" fill="none" stroke="#fff" stroke-width="2"/></svg>
`

/** The files of Swagger UI that the page needs. Its own page shows an example API. */
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** The API docs at /docs, from the generated openapi.json. Everything comes from this process: no CDN. */
export const docsPages = (): Router => {
  const openapi = readFileSync(document, 'utf8')
  const router = express.Router()
  router.get('/', (_request, response) => response.redirect('/docs'))
  router.get('/openapi.json', (_request, response) => void response.type('json').send(openapi))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(start))
  router.get(['/docs', '/docs/'], (_request, response) => void response.type('html').send(page))
  router.get('/favicon.ico', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(icon)
  })
  for (const asset of assets)
    router.get(`/docs/${asset}`, (_request, response) =>
      response.sendFile(asset, { root: absolutePath(), maxAge: '1h' }),
    )
  return router
}
