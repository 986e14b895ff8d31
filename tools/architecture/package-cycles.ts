import type { IModule } from 'dependency-cruiser'

const packageOf = (file: string) => /^(?:packages|services|infra)\/[^/]+(?=\/)/.exec(file)?.[0]

/** Imports between two packages that reach each other. Tests do not count: what they import is no part of the package. */
export const packageCycles = (modules: IModule[]): { rule: string; from: string; to: string }[] => {
  const imports = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = packageOf(source)
    if (!from || source.startsWith(`${from}/test/`)) continue
    const targets = imports.get(from) ?? new Set()
    imports.set(from, targets)
    for (const { resolved } of dependencies) {
      const to = packageOf(resolved)
      if (to && to !== from) targets.add(to)
    }
  }
  const reachableFrom = (start: string) => {
    const reached = new Set([start])
    for (const name of reached) for (const next of imports.get(name) ?? []) reached.add(next)
    return reached
  }
  const reachable = new Map([...imports.keys()].map((name) => [name, reachableFrom(name)]))
  return [...imports].flatMap(([from, targets]) =>
    [...targets].filter((to) => reachable.get(to)?.has(from)).map((to) => ({ rule: 'no-cycle-of-packages', from, to })),
  )
}
