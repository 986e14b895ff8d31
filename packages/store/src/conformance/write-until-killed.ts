import type { Store } from '../store.ts'
import { spec, type Thing, thing } from './harness.ts'

/** Prints id and version of every write once it resolved, and a dot, for the last line may be cut. */
const [module, location, round] = process.argv.slice(2) as [string, string, string]
const { open } = (await import(module)) as { open(location: string): Store }
const things = await open(location).collection<Thing>('things', spec)

const lane = async (name: number) => {
  for (let n = 0; ; n++) {
    const id = `${round}-${name}-${n}`
    const at = (version: number) => thing(id, { number: version, text: id, version })
    await things.insert(at(1))
    process.stdout.write(`${id} 1.\n`)
    await things.replace(at(2), 1)
    process.stdout.write(`${id} 2.\n`)
  }
}
await Promise.all([1, 2, 3, 4].map(lane))
