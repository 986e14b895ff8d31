import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from './run.ts'

const pluginGoals = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1'

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Fails unless the folder holds exactly the files of a list in the format of sha256sum, byte for byte. */
export const verifyChecksums = async (folder: string, list: string): Promise<void> => {
  const expected = new Map(
    readFileSync(list, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse() as [string, string]),
  )
  const found = await readdir(folder)
  const wrong = [...expected.keys()].filter((name) => !found.includes(name)).map((name) => `${name} is missing`)
  for (const name of found) {
    if (!expected.has(name)) wrong.push(`${name} is not expected`)
    else if ((await sha256(join(folder, name))) !== expected.get(name)) wrong.push(`${name} has another content`)
  }
  if (wrong.length > 0) throw new Error(`${list} and what Maven brought do not agree: ${wrong.join(', ')}`)
}

/**
 * Copies the dependencies of `maven/NAME/pom.xml` into a folder, unchanged or unpacked. They are checked against `maven/NAME/sha256`
 * first. Maven's own repository is temporary, because its content is not needed again.
 */
export const fetchArtefacts = async (name: string, how: 'copy' | 'unpack', folder: string): Promise<void> => {
  const definition = join(import.meta.dirname, '..', 'maven', name)
  const passing = await mkdtemp(join(tmpdir(), 'techbridge-maven-'))
  const maven = (goal: string, output: string) =>
    run('mvn', [
      '--batch-mode',
      '--strict-checksums',
      '-Dstyle.color=never',
      `-Dmaven.repo.local=${join(passing, 'repository')}`,
      `-DoutputDirectory=${output}`,
      `--file=${join(definition, 'pom.xml')}`,
      `${pluginGoals}:${goal}-dependencies`,
    ])
  try {
    const copies = how === 'copy' ? folder : join(passing, 'copies')
    await maven('copy', copies)
    await verifyChecksums(copies, join(definition, 'sha256'))
    if (how === 'unpack') await maven('unpack', folder)
  } finally {
    await rm(passing, { recursive: true, force: true })
  }
}
