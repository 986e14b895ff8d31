import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { Unavailable } from '@techbridge/port'
import { announced, contentOf, patienceMs, store, stream } from '../src/conformance/harness.ts'
import { filesConformance } from '../src/conformance.ts'
import { filesOn } from '../src/index.ts'
import { openS3Objects } from '../src/s3/objects.ts'
import { open } from './outside-s3.ts'

const given = process.env.TECHBRIDGE_S3
const skip = given ? false : 'TECHBRIDGE_S3 is not set'
const server = given ? JSON.parse(given) : undefined

let buckets = 0
const openInBucket = async () => {
  const settings = {
    bucket: `test-${process.pid}-${buckets++}`,
    prefix: 'deployment-1/',
    region: 'us-east-1',
    ...server,
  }
  const client = new S3Client({ ...server, region: settings.region, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: settings.bucket }))
  client.destroy()
  const location = JSON.stringify(settings)
  const { objects, keys } = open(location)
  const opened = [objects]
  return {
    objects,
    keys,
    settings,
    outside: { module: new URL('outside-s3.ts', import.meta.url).href, location },
    reopen: async () => {
      const again = open(location).objects
      opened.push(again)
      return again
    },
    cleanup: async () => {
      for (const one of opened) await one.close()
    },
  }
}

if (given) filesConformance('the S3 adapter', openInBucket)
else test('the S3 adapter keeps the guarantees of files', { skip })

test('another key, another bucket or no server at all is told as such', { skip }, async (t) => {
  const { settings, keys, cleanup } = await openInBucket()
  t.after(cleanup)
  const wrong = {
    key: { ...settings, credentials: { accessKeyId: 'techbridge', secretAccessKey: 'wrong' } },
    bucket: { ...settings, bucket: 'not-there' },
    server: { ...settings, endpoint: 'http://127.0.0.1:9' },
  }
  for (const [what, one] of Object.entries(wrong)) {
    const objects = openS3Objects(one)
    const files = filesOn({ objects, keys, now: () => new Date(), patienceMs })
    await assert.rejects(files.ping(), Unavailable, what)
    await assert.rejects(store(files, 'a', contentOf(10)), Unavailable, what)
    await objects.close()
  }
})

test('two deployments in one bucket do not see each other', { skip }, async (t) => {
  const { settings, keys, objects, cleanup } = await openInBucket()
  t.after(cleanup)
  const other = openS3Objects({ ...settings, prefix: 'deployment-10/' })
  const options = { keys, now: () => new Date(), patienceMs }
  const [one, two] = [filesOn({ objects, ...options }), filesOn({ objects: other, ...options })]
  const content = contentOf(10)
  await one.begin(announced('a', content))
  await two.begin(announced('a', content))
  await two.putPart('a', 1, stream(content))
  assert.deepEqual((await one.upload('a')).received, [])
  await other.close()
})
