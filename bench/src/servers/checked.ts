import { DatabaseSync } from 'node:sqlite'
import { offersApi } from '@techbridge/contracts'
import express from 'express'
import { generateKeyPair, jwtVerify, SignJWT } from 'jose'

/** What bare Express does, with the same checks of token and contract as Techbridge; `/token` gives a token. */
const database = new DatabaseSync(process.argv[2] as string)
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE offers (id INTEGER PRIMARY KEY, body TEXT)',
)
const insert = database.prepare('INSERT INTO offers (body) VALUES (?)')
const { publicKey, privateKey } = await generateKeyPair('ES256')

const contract = offersApi.create.body as NonNullable<typeof offersApi.create.body>

const app = express()
app.get('/token', async (_request, response) => {
  const token = new SignJWT({ role: 'provider' }).setProtectedHeader({ alg: 'ES256' }).setIssuedAt()
  response.send(await token.setExpirationTime('1h').sign(privateKey))
})
app.post('/v1/offers', express.json(), async (request, response) => {
  await jwtVerify(String(request.get('authorization')).slice('Bearer '.length), publicKey, { algorithms: ['ES256'] })
  const content = contract.parse(request.body)
  const { lastInsertRowid } = insert.run(JSON.stringify(content))
  response.status(201).json({ id: Number(lastInsertRowid), ...content })
})
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`)
})
