#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The runtime that the `node` package brings: the program is TypeScript and uses Temporal, which an older Node does not have. */
const pinnedNode = () => {
  const manifest = createRequire(import.meta.url).resolve('node/package.json')
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node)
}

if (Number(process.versions.node.split('.')[0]) >= 26) {
  await import(main)
} else {
  const child = spawn(pinnedNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // The terminal sends Ctrl+C to both processes: only the child decides what it means.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
  child.on('error', (error) => {
    console.error(`Cannot run Node 26 or later (${error.message}). Run npm ci in Techbridge's folder first.`)
    process.exit(2)
  })
}
