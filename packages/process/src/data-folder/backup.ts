import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Database } from '@techbridge/sqlite'
import { checkVacant, copyInto, draftOf, filesOf, isDatabase, isInside, keptFilesOf, pathsIn, sync } from './files.ts'
import { checkKnown, formatOf } from './format.ts'
import { type Holder, holderOf } from './holder.ts'
import { digestOf, type Manifest, manifestName } from './manifest.ts'
import { Refused } from './refused.ts'

/**
 * Copies a data folder, of a running process too, as it stood at one instant: everything acknowledged before the call is in the copy,
 * and all databases agree, as after a loss of power. The large files are copied while writes go on; writes wait while
 * what was written meanwhile is copied. Each copied database is checked before the backup takes its name.
 */
export const backUp = async (data: string, target: string, environment = process.env): Promise<Manifest> => {
  const folder = resolve(data)
  if (!existsSync(join(folder, 'events.db')))
    throw new Refused(`${folder} holds no data of Techbridge. Give the data folder with --data.`)
  const format = formatOf(folder) ?? 0
  checkKnown(format, folder)
  if (isInside(resolve(target), folder))
    throw new Refused(`${target} lies in the data folder. Choose a folder elsewhere, on another disk if possible.`)
  checkVacant(target, 'folder for the backup')
  if (!existsSync(join(folder, 'secret')) && !environment.SECRET)
    throw new Refused(
      `${join(folder, 'secret')} is missing, and a backup without it is not whole. Put it back from an earlier backup. If the services take SECRET from the environment, set it for this command too.`,
    )

  const draft = draftOf(target)
  try {
    const holder = await holderOf(folder)
    const at = await copyAll(folder, draft, holder).catch((error) => {
      holder.abandon()
      throw error
    })
    const manifest = { format, at, files: await settle(draft) }
    writeFileSync(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    for (const path of pathsIn(draft)) sync(path)
    sync(draft)
    renameSync(draft, target)
    return manifest
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Gives the UTC instant of the copy. */
const copyAll = async (folder: string, draft: string, holder: Holder): Promise<string> => {
  await holder.keep()
  const files = filesOf(folder)
  for (const name of files.filter(isDatabase)) await copyInto(folder, name, draft)
  await holder.hold()
  const at = new Date().toISOString()
  const logs = files.filter(isDatabase).map((name) => `${name}-wal`)
  const others = files.filter((name) => !isDatabase(name))
  for (const name of [...logs, ...others]) {
    if (statSync(join(folder, name), { throwIfNoEntry: false })?.isFile()) await copyInto(folder, name, draft)
  }
  await holder.release()
  await copyKeptFiles(folder, draft)
  return at
}

/** Every file that a document names was there before the document named it, and stays; an upload may go meanwhile. */
const copyKeptFiles = async (folder: string, draft: string) => {
  for (const name of keptFilesOf(folder)) {
    await copyInto(folder, name, draft).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

/** Moves the logs into their databases and checks these. */
const settle = async (draft: string) => {
  for (const name of filesOf(draft).filter(isDatabase)) {
    const database = new Database(join(draft, name))
    try {
      database.check()
    } finally {
      database.close()
    }
  }
  const digests: Manifest['files'] = []
  for (const name of [...filesOf(draft), ...keptFilesOf(draft)]) digests.push(await digestOf(draft, name))
  return digests
}
