import { existsSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Database } from '@techbridge/sqlite'
import { controlSocket } from './control.ts'
import { filesOf, isDatabase } from './files.ts'
import { Refused } from './refused.ts'

/** Keeps a data folder still while it is copied. */
export interface Holder {
  /** From now on the databases' files do not change; what is written goes to the logs beside them. */
  keep(): Promise<void>
  /** From now on nothing changes. */
  hold(): Promise<void>
  /** Fails when something may have changed since `hold`. */
  release(): Promise<void>
  /** Gives up, whatever the state. */
  abandon(): void
}

/** Whether a process that runs on the folder answers; gives the connection to it. */
export const runningOn = (folder: string): Promise<Socket | undefined> =>
  new Promise((done) => {
    const path = controlSocket(folder)
    if (!existsSync(path)) return done(undefined)
    const socket = connect(path)
    socket.once('connect', () => done(socket))
    socket.once('error', () => done(undefined))
  })

export const holderOf = async (folder: string): Promise<Holder> => {
  const socket = await runningOn(folder)
  return socket ? runningHolder(socket) : stoppedHolder(folder)
}

const runningHolder = (socket: Socket): Holder => {
  const answers = createInterface(socket)[Symbol.asyncIterator]()
  const ask = async (command: string) => {
    socket.write(`${command}\n`)
    const { value, done } = await answers.next()
    if (done) throw new Refused('Techbridge ended, or gave the backup up because it took too long. Try again.')
    if (value !== 'ok') throw new Refused(`Techbridge refuses the backup: ${value}. Try again.`)
  }
  return {
    keep: () => ask('keep'),
    hold: () => ask('hold'),
    release: async () => {
      await ask('release')
      socket.end()
    },
    abandon: () => socket.destroy(),
  }
}

/** No process runs on the folder, or the databases cannot be opened. What they tell when the copy begins must be so when it ends. */
const stoppedHolder = (folder: string): Holder => {
  const databases = filesOf(folder).filter(isDatabase)
  const state = () =>
    JSON.stringify(
      databases.flatMap((name) =>
        [name, `${name}-wal`].map((file) => {
          const found = statSync(join(folder, file), { throwIfNoEntry: false })
          return found?.size ? [file, found.size, found.mtimeMs] : []
        }),
      ),
    )
  let before = ''
  return {
    keep: async () => {
      for (const name of databases) new Database(join(folder, name)).close()
      before = state()
    },
    hold: async () => undefined,
    release: async () => {
      if (state() !== before) throw new Refused('Techbridge was started meanwhile. Try again.')
    },
    abandon: () => undefined,
  }
}
