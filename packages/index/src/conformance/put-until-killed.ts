import type { TextIndexes } from '../text-index.ts'
import { document, spec } from './harness.ts'

/** Prints the id of every document once its put resolved, and a dot, for the last line may be cut. */
const [module, location] = process.argv.slice(2) as [string, string]
const { open } = (await import(module)) as { open(location: string): TextIndexes }
const index = await open(location).open(spec)

const lane = async (name: number) => {
  for (let n = 0; ; n++) {
    const id = `${name}-${n}`
    await index.put([document(id, { title: 'outside', country: ['LA'], trl: n % 9 })])
    process.stdout.write(`${id}.\n`)
  }
}

const endless = index.rebuild(async (put) => {
  for (;;) await put([document('rebuilt', { title: 'outside' })])
})
await Promise.all([endless, ...[0, 1, 2, 3].map(lane)])
