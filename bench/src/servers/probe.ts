import { setTimeout as pause } from 'node:timers/promises'

/** What another process sees: milliseconds of each request for health, and of a calibrated loop. */
export interface Probed {
  health: number[]
  loopMs: number
}

const loop = () => {
  const began = performance.now()
  let sum = 0
  for (let turn = 0; turn < 50_000_000; turn++) sum += turn
  return sum > 0 ? performance.now() - began : 0
}

const url = process.argv[2] as string
const health: number[] = []
let running = true
process.on('message', () => {
  running = false
})

const loopMs = loop()
process.send?.('ready')
while (running) {
  const began = performance.now()
  const response = await fetch(`${url}/health/live`)
  await response.arrayBuffer()
  health.push(performance.now() - began)
  await pause(10)
}
process.send?.({ health, loopMs } satisfies Probed, () => process.exit())
