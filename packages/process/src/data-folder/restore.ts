import { chmodSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkVacant, copyInto, draftOf, pathsIn, sync } from './files.ts'
import { checkKnown } from './format.ts'
import { runningOn } from './holder.ts'
import { digestOf, type Manifest, readManifest } from './manifest.ts'
import { Refused } from './refused.ts'

/**
 * Creates a data folder from a backup. Refuses a folder that is in use or not empty, a backup with a missing or changed file, and one
 * of a later version. The folder gets its name once it is complete.
 */
export const restore = async (backup: string, data: string): Promise<Manifest> => {
  const folder = resolve(data)
  const running = await runningOn(folder)
  running?.destroy()
  if (running) throw new Refused(`Techbridge runs on ${folder}. Stop it first, or give another folder with --data.`)
  checkVacant(folder, 'data folder with --data')
  const manifest = readManifest(backup)
  checkKnown(manifest.format, backup)

  const draft = draftOf(folder)
  try {
    const wrong: string[] = []
    for (const file of manifest.files) {
      if (!statSync(join(backup, file.name), { throwIfNoEntry: false })?.isFile()) {
        wrong.push(`${file.name} is missing`)
        continue
      }
      await copyInto(backup, file.name, draft)
      const { sha256 } = await digestOf(draft, file.name)
      if (sha256 !== file.sha256) wrong.push(`${file.name} is not what was saved`)
      chmodSync(join(draft, file.name), 0o600)
      sync(join(draft, file.name))
    }
    if (wrong.length > 0)
      throw new Refused(`The backup in ${backup} is damaged: ${wrong.join(', ')}. Choose another backup.`)
    for (const path of pathsIn(draft)) sync(path)
    sync(draft)
    renameSync(draft, folder)
    return manifest
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
