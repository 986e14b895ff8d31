import { cpSync, readFileSync, statSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'
import { root } from './compose.ts'

const lines = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const instructions = lines('infra/docker/Dockerfile').map((line) => {
  const [, name = '', rest = ''] = line.match(/^([A-Z]+)\s+(.*)$/) ?? []
  return { name, rest }
})
const every = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest)

/** What infra/docker/Dockerfile says. */
export const image = {
  bases: every('FROM').map((from) => from.split(' ')[0]!),
  user: every('USER').at(-1)!,
  environment: Object.fromEntries(
    every('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
  ),
  command: JSON.parse(every('CMD').at(-1)!) as string[],
  install: every('RUN').find((command) => command.startsWith('npm '))!,
  healthcheck: JSON.parse(
    every('HEALTHCHECK')
      .at(-1)!
      .replace(/^.* CMD /, ''),
  ) as string[],
}

const ignored = lines('.dockerignore')

/** Copies into `folder` what the Dockerfile copies from the repository, less what `.dockerignore` holds back. */
export const copyIntoImage = (folder: string) => {
  const isWanted = (path: string) => !ignored.some((pattern) => matchesGlob(relative(root, path), pattern))
  for (const copy of every('COPY').filter((line) => !line.startsWith('--from'))) {
    const [target = '', ...sources] = copy.split(/\s+/).reverse()
    for (const source of sources) {
      const isFile = statSync(join(root, source)).isFile() && target.endsWith('/')
      cpSync(join(root, source), join(folder, target, isFile ? source : ''), { recursive: true, filter: isWanted })
    }
  }
}
