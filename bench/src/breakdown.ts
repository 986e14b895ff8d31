import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[]
  samples: number[]
  timeDeltas: number[]
}

/** Whose work a frame is: our packages by name, and what they call. The innermost that is known counts. */
const known: [pattern: RegExp, part: string][] = [
  [/packages\/sqlite\//, 'SQLite'],
  [/node_modules\/zod\//, 'contracts (zod)'],
  [/node_modules\/jose\//, 'tokens (jose)'],
  [/node_modules\/(express|router|helmet|body-parser|express-rate-limit|finalhandler|send)\//, 'Express'],
  [/(?:packages|services)\/([\w-]+)\//, ''],
]

const partOf = (url: string): string | undefined => {
  for (const [pattern, part] of known) {
    const found = pattern.exec(url)
    if (found) return part || String(found[1])
  }
  return undefined
}

/** Shares of the time that the process was not idle, by part, largest first, of the profile that Node wrote into the folder. */
export const breakdown = (folder: string): [part: string, share: number][] => {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'))
  if (!file) return []
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  const parts = new Map<number, string>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const visit = (id: number, above: string) => {
    const node = byId.get(id)
    if (!node) return
    const { functionName, url } = node.callFrame
    const special = /^\((idle|garbage collector)\)$/.exec(functionName)?.[1]
    const part = special ?? partOf(url) ?? above
    parts.set(id, part)
    for (const child of node.children ?? []) visit(child, part)
  }
  visit(nodes[0]?.id ?? 0, 'Node (HTTP, timers)')
  const times = new Map<string, number>()
  for (const [place, id] of samples.entries()) {
    const part = parts.get(id) ?? 'Node (HTTP, timers)'
    if (part !== 'idle') times.set(part, (times.get(part) ?? 0) + (timeDeltas[place] ?? 0))
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times]
    .map(([part, time]): [string, number] => [part, time / all])
    .sort(([, one], [, other]) => other - one)
}
