import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Installable } from './kind.ts'

/** Where installations are kept for all work trees. */
export const cacheFolder = () =>
  resolve(process.env.TECHBRIDGE_ENGINES_CACHE || join(homedir(), '.cache', 'techbridge', 'engines'))

export const isInstalled = ({ folder, proof }: Pick<Installable, 'folder' | 'proof'>): boolean =>
  existsSync(join(cacheFolder(), folder, proof))

/** The folder of the installation, created if necessary. It appears complete or not at all. */
export const installed = async (wanted: Installable): Promise<string> => {
  const home = join(cacheFolder(), wanted.folder)
  if (isInstalled(wanted)) return home
  console.error(`Installing ${wanted.title} (${wanted.size}, once) into ${home}`)
  await mkdir(cacheFolder(), { recursive: true })
  const staging = await mkdtemp(join(cacheFolder(), '.installing-'))
  try {
    await chmod(staging, 0o755)
    await wanted.install(staging)
    if (!existsSync(join(staging, wanted.proof)))
      throw new Error(`${wanted.title} was installed without ${wanted.proof}`)
    // Another process may have been faster, and its installation may already be in use.
    if (!isInstalled(wanted)) {
      await rm(home, { recursive: true, force: true })
      await rename(staging, home)
    }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return home
}
