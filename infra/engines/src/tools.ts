import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that must be on the PATH before an engine can be installed or run. */
export interface Tool {
  name: string
  /** Any of these is sufficient. */
  commands: string[]
  why: string
  howToInstall: string
  /** What is wrong with the one that was found, if anything. */
  objection?: (command: string) => string | undefined
}

const neededJava = 17

/** The home folder and version that `java` reports, such as 17 or 1.8; neither when it does not run. */
export const describeJava = (command = 'java') => {
  const { stderr } = spawnSync(command, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' })
  const property = (name: string) => stderr?.match(new RegExp(`^\\s*${name} = (.*)$`, 'm'))?.[1]
  return { home: property('java\\.home'), version: property('java\\.specification\\.version') }
}

export const java: Tool = {
  name: `Java ${neededJava} or later`,
  commands: ['java'],
  why: 'Kafka and Elasticsearch run on it',
  howToInstall: 'apt-get install openjdk-17-jre-headless',
  objection: (command) => {
    const { version } = describeJava(command)
    if (version === undefined) return `${command} is not a Java that runs`
    return Number.parseInt(version, 10) < neededJava ? `${command} is version ${version}` : undefined
  },
}

export const mvn: Tool = {
  name: 'Maven',
  commands: ['mvn'],
  why: 'it brings Kafka and Elasticsearch from Maven Central',
  howToInstall: 'apt-get install maven',
}

const forMongo = 'the stand-in for MongoDB is compiled with it, once'

export const cargo: Tool = {
  name: 'Cargo',
  commands: ['cargo'],
  why: forMongo,
  howToInstall: 'https://rustup.rs',
}

export const cmake: Tool = { name: 'CMake', commands: ['cmake'], why: forMongo, howToInstall: 'apt-get install cmake' }

export const ninja: Tool = {
  name: 'Ninja',
  commands: ['ninja'],
  why: forMongo,
  howToInstall: 'apt-get install ninja-build',
}

export const cc: Tool = {
  name: 'A C compiler',
  commands: ['cc', 'gcc', 'clang'],
  why: forMongo,
  howToInstall: 'apt-get install build-essential',
}

export const go: Tool = {
  name: 'Go',
  commands: ['go'],
  why: 'the proxy for a bad network, the S3 server and the checks of the deployment files are compiled with it, once',
  howToInstall: 'https://go.dev/dl',
}

export const setpriv: Tool = {
  name: 'setpriv',
  commands: ['setpriv'],
  why: 'Elasticsearch refuses to run as root, and you are root',
  howToInstall: 'apt-get install util-linux',
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const find = (commands: string[], path: string): string | undefined =>
  commands.flatMap((command) => path.split(delimiter).map((folder) => join(folder, command))).find(isExecutable)

/** One line for each tool that is not on the PATH, or not good enough: what is missing, why, how to install it. */
export const missingOf = (tools: Iterable<Tool>, path = process.env.PATH ?? ''): string[] =>
  [...new Set(tools)].flatMap(({ name, commands, why, howToInstall, objection }) => {
    const found = find(commands, path)
    const problem = found === undefined ? 'is missing' : objection?.(found)
    return problem ? [`${name} ${found ? `is needed, but ${problem}` : problem}: ${why} (${howToInstall})`] : []
  })
