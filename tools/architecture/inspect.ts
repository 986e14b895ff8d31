import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { packageCycles } from './package-cycles.ts'

const { forbidden, options } = createRequire(import.meta.url)(
  join(import.meta.dirname, '../../.dependency-cruiser.cjs'),
)

export interface Inspection {
  /** Source files that were read; those of dependencies do not count. */
  modules: number
  violations: { rule: string; from: string; to: string }[]
}

/** Reads the imports of every file in the folders under `root` and holds them against the rules. */
export const inspect = async (root: string, folders: string[]): Promise<Inspection> => {
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true, ruleSet: { forbidden } })
  const { modules, summary } = output as ICruiseResult
  return {
    modules: modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: [
      ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...packageCycles(modules),
    ],
  }
}
