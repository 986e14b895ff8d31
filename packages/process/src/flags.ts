import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { BadConfig } from './bad-config.ts'

/** The flags of a command line; fails with what is wrong and the help when one is unknown or has no value. */
export const readFlags = <T extends ParseArgsOptionsConfig>(options: T, help: string) => {
  try {
    const { values } = parseArgs({ options })
    const empty = Object.entries(values).find(([, value]) => value === '')
    if (empty) throw new Error(`--${empty[0]} needs a value`)
    return values
  } catch (error) {
    throw new BadConfig(`${(error as Error).message}\n\n${help}`)
  }
}
