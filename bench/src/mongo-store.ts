import { randomUUID } from 'node:crypto'
import { openMongoStore } from '@techbridge/store/mongo'
import { createConnection, Schema } from 'mongoose'
import { median, ratio, time } from './measure.ts'

const uri = process.env.TECHBRIDGE_MONGODB_URI
const rounds = 5
const documents = 1000
const concurrency = 16
const history = Array.from({ length: 6 }, (_, seq) => ({ seq, type: 'offerRevised', by: 'someone', data: { seq } }))

interface Offer {
  _id: string
  version: number
  status: string
  dueAt: number
  history: typeof history
}

interface Writer {
  insert(offer: Offer): Promise<unknown>
  replace(offer: Offer, expectedVersion: number): Promise<unknown>
}

const offer = (id: string, version: number): Offer => ({ _id: id, version, status: 'draft', dueAt: version, history })

const each = async (work: (place: number) => Promise<unknown>) => {
  let next = 0
  const lane = async () => {
    while (next < documents) await work(next++)
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
}

/** Milliseconds for inserting the documents of a round and for replacing each once. */
const writeAll = async (writer: Writer) => {
  const round = randomUUID()
  const insert = await time(() => each((place) => writer.insert(offer(`${round}-${place}`, 1))))
  const replace = await time(() => each((place) => writer.replace(offer(`${round}-${place}`, 2), 1)))
  return { insert, replace }
}

/** Inserts and versioned replaces through the port against the same by mongoose, all durable on a majority. */
export const mongoStore = async () => {
  if (!uri) return void console.log('Documents in MongoDB: skipped, TECHBRIDGE_MONGODB_URI is not set')
  const database = `bench-${randomUUID()}`
  const store = openMongoStore({ uri, database })
  const writeConcern = { w: 'majority', journal: true } as const
  const connection = await createConnection(uri, { dbName: database, writeConcern, autoIndex: false }).asPromise()
  try {
    const indexes = ['status', 'dueAt']
    const port = await store.collection<Offer>('port', { indexes })
    await store.collection('model', { indexes })
    await store.collection('native', { indexes })
    const schema = new Schema<Offer>({ _id: String }, { strict: false, versionKey: false })
    const Model = connection.model('Offer', schema, 'model')
    const native = connection.getClient().db(database).collection<Offer>('native')
    const raw: Record<string, Writer> = {
      'a mongoose model': {
        insert: (one) => Model.create(one),
        replace: (one, version) => Model.replaceOne({ _id: one._id, version }, one),
      },
      'the driver below mongoose': {
        insert: (one) => native.insertOne(one),
        replace: (one, version) => native.replaceOne({ _id: one._id, version }, one),
      },
    }
    console.log(
      `Documents in MongoDB, ${documents} a round, ${concurrency} at a time, ${rounds} rounds in turn: throughput of the store / the same writes by`,
    )
    for (const [name, writer] of Object.entries(raw)) {
      await writeAll(port)
      await writeAll(writer)
      const inserts: number[] = []
      const replaces: number[] = []
      for (let round = 0; round < rounds; round++) {
        const reference = await writeAll(writer)
        const measured = await writeAll(port)
        inserts.push(reference.insert / measured.insert)
        replaces.push(reference.replace / measured.replace)
      }
      console.log(`  ${name}: insert median ${spread(inserts)}, versioned replace median ${spread(replaces)}`)
    }
  } finally {
    await store.close()
    await connection.dropDatabase()
    await connection.destroy()
  }
}

const spread = (ratios: number[]) =>
  `${ratio(median(ratios))} (${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))})`
