import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Installable } from './kind.ts'
import { run } from './run.ts'

/**
 * A program of a Go module, compiled once. `path` is its package, `version` a tag or a pseudo-version of its module. Go checks
 * downloads against its checksum database. The module cache is temporary, because its content is not needed again.
 */
export const goProgram = (title: string, path: string, version: string): Installable => ({
  title: `${title} ${version}`,
  folder: `${title.toLowerCase()}-${version}`,
  proof: join('bin', path.split('/').at(-1)!),
  size: 'compiled, some minutes',

  install: async (home) => {
    const passing = await mkdtemp(join(tmpdir(), 'techbridge-go-'))
    try {
      await run('go', ['install', '-v', '-modcacherw', `${path}@${version}`], {
        GOBIN: join(home, 'bin'),
        GOPATH: passing,
        GOMODCACHE: join(passing, 'modules'),
        GOFLAGS: '',
        CGO_ENABLED: '0',
      })
    } finally {
      await rm(passing, { recursive: true, force: true })
    }
  },
})
