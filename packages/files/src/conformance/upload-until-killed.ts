import { createHash } from 'node:crypto'
import { filesOn } from '../files-on.ts'
import { partBytes } from '../parts.ts'
import { announced, partIn, patienceMs, stream } from './harness.ts'

export const partsOfRun = 3

/** The same for the same id. */
export const contentOfRun = (id: string): Buffer =>
  Buffer.alloc((partsOfRun - 1) * partBytes + 1000, createHash('sha256').update(id).digest('hex'))

/** Prints what was acknowledged, and a dot, for the last line may be cut. */
const [module, location, round] = process.argv.slice(2)
if (module && location && round) {
  const { objects, keys } = await (await import(module)).open(location)
  const files = filesOn({ objects, keys, now: () => new Date('2026-11-27T08:00:00Z'), patienceMs })
  for (let n = 0; ; n++) {
    const id = `${round}-${n}`
    const content = contentOfRun(id)
    await files.begin(announced(id, content))
    process.stdout.write(`${id} begun.\n`)
    const put = async (number: number) => {
      await files.putPart(id, number, stream(partIn(content, number)))
      process.stdout.write(`${id} ${number}.\n`)
    }
    await Promise.all([1, 2, 3].map(put))
    await files.finish(id)
  }
}
