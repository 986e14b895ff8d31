import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { databasesIn } from '@techbridge/sqlite'
import type { Logger } from 'pino'

/**
 * Where a running process accepts commands of `techbridge backup`: a socket in the data folder, for those who may read the data. The
 * commands are `keep`, `hold` and `release`, one per line, each answered with a line. The end of a connection releases everything.
 */
export const controlSocket = (folder: string): string => join(resolve(folder), 'control.sock')

/** A copy that takes longer is aborted, so that the log beside a file does not grow without end. */
const longestKeepMs = 3_600_000
/** Writes that have waited this long continue, and the backup fails. */
const longestHoldMs = 30_000

export interface Control {
  close(): Promise<void>
}

/** Serves the socket of a data folder whose databases this process has open. Without databases there is nothing to serve. */
export const serveControl = async (folder: string, log: Logger): Promise<Control | undefined> => {
  if (databasesIn(folder).length === 0 || !existsSync(join(folder, 'events.db'))) return undefined
  const path = controlSocket(folder)
  // An existing one belongs to a killed process: this process has the databases.
  rmSync(path, { force: true })
  const connected = new Set<Socket>()
  let busy = false
  const server = createServer((socket) => {
    if (busy) return void socket.end('another backup is running\n')
    busy = true
    connected.add(socket)
    serve(socket, folder, log, () => {
      busy = false
      connected.delete(socket)
    })
  })
  try {
    await listen(server, path)
    chmodSync(path, 0o600)
  } catch (err) {
    log.warn({ err }, 'techbridge backup cannot reach this process; it works once this one is stopped')
    return undefined
  }
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of connected) socket.destroy()
      }),
  }
}

const listen = (server: Server, path: string) =>
  new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })

const serve = (socket: Socket, folder: string, log: Logger, ended: () => void) => {
  const databases = databasesIn(folder)
  let limit: NodeJS.Timeout | undefined
  let state: 'idle' | 'kept' | 'held' = 'idle'
  const within = (ms: number) => {
    clearTimeout(limit)
    limit = setTimeout(() => {
      log.warn('a backup took too long and was given up')
      socket.destroy()
    }, ms)
    limit.unref()
  }
  const release = () => {
    clearTimeout(limit)
    state = 'idle'
    for (const database of databases) {
      database.hold(false)
      database.keepFile(false)
    }
  }
  const steps: Record<string, () => void> = {
    keep: () => {
      within(longestKeepMs)
      state = 'kept'
      for (const database of databases) database.keepFile(true)
    },
    hold: () => {
      if (state !== 'kept') throw new Error('keep comes before hold')
      within(longestHoldMs)
      state = 'held'
      for (const database of databases) database.hold(true)
    },
    release,
  }
  createInterface(socket)
    .on('line', (line) => {
      try {
        const step = steps[line]
        if (!step) throw new Error('no such command')
        step()
        socket.write('ok\n')
      } catch (error) {
        socket.end(`${(error as Error).message}\n`)
      }
    })
    .on('error', () => undefined)
  socket.on('error', () => undefined)
  socket.on('close', () => {
    release()
    ended()
  })
}
