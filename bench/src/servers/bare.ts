import { DatabaseSync } from 'node:sqlite'
import express from 'express'

/** The least that takes an offer durably: Express, a JSON body, one insert that is on disk before the answer. */
const database = new DatabaseSync(process.argv[2] as string)
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE offers (id INTEGER PRIMARY KEY, body TEXT)',
)
const insert = database.prepare('INSERT INTO offers (body) VALUES (?)')

const app = express()
app.post('/v1/offers', express.json(), (request, response) => {
  const { lastInsertRowid } = insert.run(JSON.stringify(request.body))
  response.status(201).json({ id: Number(lastInsertRowid), ...request.body })
})
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`)
})
