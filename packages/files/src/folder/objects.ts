import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '@techbridge/sqlite'
import { checkedName, Exists, type Objects, once } from '../objects.ts'
import { absent, codeOf, onDisk, syncFolder, writeDurably } from './disk.ts'

/** Drafts that are older were left by a crash. */
const oldestDraftMs = 60 * 60 * 1000

const writeAll = async (handle: FileHandle, content: AsyncIterable<Uint8Array>) => {
  for await (const piece of content) {
    for (let written = 0; written < piece.length; )
      written += (await handle.write(piece, written, piece.length - written)).bytesWritten
  }
}

/** Objects as files of a folder for this user alone, which is made with the first. Each is written beside its place and gets its name once it is on disk. */
export const openFolderObjects = (root: string): Objects => {
  const drafts = join(root, 'drafts')
  const pathOf = (name: string) => join(root, 'objects', checkedName(name))

  const troubled = <T>(work: () => Promise<T>) => onDisk(root, work)

  /** Creates the folder of an object, durably. */
  const makeDurably = async (folder: string): Promise<void> => {
    if (await stat(folder).catch(absent)) return
    await makeDurably(dirname(folder))
    await mkdir(folder, { mode: 0o700 }).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await syncFolder(dirname(folder))
  }

  /** Gives the file its name. Its folder may be removed at that moment, because its last object was. */
  const name = async (give: (path: string) => Promise<void>, path: string) => {
    for (let tries = 3; ; tries--) {
      await makeDurably(dirname(path))
      try {
        await give(path)
        return await syncFolder(dirname(path))
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || tries === 0) throw error
      }
    }
  }

  const write = (content: AsyncIterable<Uint8Array>, give: (draft: string) => Promise<void>) =>
    troubled(async () => {
      makeFolder(drafts)
      const draft = join(drafts, randomUUID())
      try {
        await writeDurably(draft, (handle) => writeAll(handle, content))
        await give(draft)
      } finally {
        await rm(draft, { force: true })
      }
    })

  const remove = (object: string) =>
    troubled(async () => {
      const path = pathOf(object)
      await unlink(path).catch(absent)
      await syncFolder(dirname(path)).catch(absent)
      if (!object.includes('/')) return
      await rmdir(dirname(path)).catch((error) => {
        if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) throw error
      })
    })

  return {
    put: (object, content) => {
      const path = pathOf(object)
      return write(content, (draft) =>
        name((place) => link(draft, place), path).catch((error) => {
          throw codeOf(error) === 'EEXIST' ? new Exists(`${object} is there already`) : error
        }),
      )
    },

    replace: (object, content) => {
      const path = pathOf(object)
      return write(once(content), (draft) => name((place) => rename(draft, place), path))
    },

    get: (object, range) =>
      troubled(async () => {
        const handle = await open(pathOf(object), 'r').catch(absent)
        if (!handle) return undefined
        if (range && range.end <= range.start) {
          await handle.close()
          return once(new Uint8Array())
        }
        // The stream closes the file when it ends, fails or is left.
        return createReadStream('', { fd: handle, ...(range && { start: range.start, end: range.end - 1 }) })
      }),

    list: (folder) =>
      troubled(async () => {
        const names = await readdir(pathOf(folder)).catch((error) => {
          if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
          throw error
        })
        return names.map((one) => `${folder}/${one}`).sort()
      }),

    remove,

    wipe: async (object) => {
      await troubled(async () => {
        const handle = await open(pathOf(object), 'r+').catch(absent)
        if (!handle) return
        try {
          const { size } = await handle.stat()
          await handle.write(Buffer.alloc(size), 0, size, 0)
          await handle.sync()
        } finally {
          await handle.close()
        }
      })
      await remove(object)
    },

    tidy: () =>
      troubled(async () => {
        for (const draft of (await readdir(drafts).catch(absent)) ?? []) {
          const found = await stat(join(drafts, draft)).catch(absent)
          if (found && Date.now() - found.mtimeMs > oldestDraftMs) await rm(join(drafts, draft), { force: true })
        }
      }),

    ping: () =>
      troubled(async () => {
        await write(once(new Uint8Array(1)), async () => undefined)
      }),

    close: async () => undefined,
  }
}
