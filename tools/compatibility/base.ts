import { execFileSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'

export interface Base<D> {
  /** Commit, or what was asked for. */
  ref: string
  document: D
}

/** Reads earlier versions of a document of contracts, such as `docs/api/asyncapi.json`, from the repository at `root`. */
export const history = <D>(root: string, file: string) => {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
  const attempt = (...args: string[]) => {
    try {
      return git(...args).trim()
    } catch {
      return undefined
    }
  }

  const at = (ref: string): D | undefined => {
    const text = attempt('show', `${ref}:${file}`)
    return text === undefined ? undefined : JSON.parse(text)
  }

  const mergeBase = () => {
    const main = ['origin/main', 'main'].find((ref) => attempt('rev-parse', '--verify', '--quiet', ref) !== undefined)
    return main && attempt('merge-base', 'HEAD', main)
  }

  /**
   * In a branch: where it left main. On main itself: the newest commit whose contracts differ from the current ones,
   * which is HEAD while a change is being written and the commit before the change afterwards.
   */
  const base = (current: D): Base<D> | undefined => {
    const left = mergeBase()
    if (left && left !== attempt('rev-parse', 'HEAD')) {
      const document = at(left)
      return document && { ref: left, document }
    }
    const commits = attempt('log', '--format=%H', '--', file)?.split('\n') ?? []
    for (const ref of commits) {
      const document = at(ref)
      if (document && !isDeepStrictEqual(document, current)) return { ref, document }
    }
    return undefined
  }

  return { at, base, isShallow: () => attempt('rev-parse', '--is-shallow-repository') === 'true' }
}
