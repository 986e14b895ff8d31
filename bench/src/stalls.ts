import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentToken } from '@techbridge/client'
import { type WorstRequest, worstRequests } from '@techbridge/testkit/faults'
import { median, ratio } from './measure.ts'

const rounds = 3
const heapMegabytes = 400
const goalMs = 200
const organisation = { id: 'bench-lab', name: 'Bench Lab', country: 'CN', kind: 'university' } as const

/** Sends it and reads the answer, whatever it is; gives the status. */
const send = async (url: string, authorization: string, { method = 'POST', path, headers, body }: WorstRequest) => {
  const response = await fetch(url + path, { method, headers: { Authorization: authorization, ...headers }, body })
  await response.arrayBuffer()
  return response.status
}

/**
 * The longest stall of the event loop for the worst request of each kind, in a process with little memory, beside a loop of fifty
 * million additions in the same process.
 */
export const stalls = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-bench-'))
  const script = new URL('./servers/watched.ts', import.meta.url).pathname
  const child = fork(script, [folder], { execArgv: [`--max-old-space-size=${heapMegabytes}`] })
  const ask = async (what: 'calibrate' | 'longest'): Promise<number> => {
    child.send(what)
    return (await once(child, 'message'))[0]
  }
  try {
    const [url] = (await once(child, 'message')) as [string]
    const token = await developmentToken(url, 'provider', organisation)
    console.log(`Longest stall of the event loop, heap of ${heapMegabytes} MB, median of ${rounds}, goal ${goalMs} ms`)
    for (const request of worstRequests) {
      const longest: number[] = []
      const ratios: number[] = []
      let status = 0
      for (let round = 0; round < rounds; round++) {
        const loop = await ask('calibrate')
        await ask('longest')
        status = await send(url, `Bearer ${token}`, request)
        const stall = await ask('longest')
        longest.push(stall)
        ratios.push(stall / loop)
      }
      const told = `${median(longest).toFixed(0).padStart(5)} ms ${ratio(median(ratios)).padStart(7)} of the loop`
      console.log(`  ${told}  ${status}  ${request.what}`)
    }
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    } else console.error('The process died.')
    rmSync(folder, { recursive: true, force: true })
  }
}
