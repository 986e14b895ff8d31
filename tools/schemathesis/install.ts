import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = import.meta.dirname
const requirements = join(folder, 'requirements.txt')
const cache = join(folder, '../../node_modules/.cache')

/** The program, installed from PyPI in the versions that requirements.txt pins; kept until they change. */
export const installSchemathesis = (): string => {
  const pinned = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const environment = join(cache, `schemathesis-${pinned}`)
  const program = join(environment, 'bin/st')
  const complete = join(environment, 'complete')
  if (existsSync(complete)) return program
  rmSync(environment, { recursive: true, force: true })
  mkdirSync(dirname(environment), { recursive: true })
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  run(pythonCommand(), '-m', 'venv', environment)
  run(join(environment, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements)
  mkdirSync(`${complete}.new`)
  renameSync(`${complete}.new`, complete)
  return program
}

const pythonCommand = (): string => {
  for (const command of ['python3', 'python']) {
    try {
      const code = 'import sys, venv, ensurepip; print(sys.version_info >= (3, 10))'
      if (
        execFileSync(command, ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() === 'True'
      )
        return command
    } catch {
      // Not there, or without venv: the next one may do.
    }
  }
  throw new Error('schemathesis needs Python 3.10 or later with its venv module.')
}
