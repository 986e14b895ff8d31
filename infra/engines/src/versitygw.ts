import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { goProgram } from './go-program.ts'
import type { Kind } from './kind.ts'
import { go } from './tools.ts'

const program = goProgram('VersityGW', 'github.com/versity/versitygw/cmd/versitygw', 'v1.8.0')

/** Who signs the requests of the tests; nobody else reaches a loopback port. */
export const s3Credentials = { accessKeyId: 'techbridge', secretAccessKey: 'of the tests alone' }

const foldersOf = (folder: string) => ({ objects: join(folder, 'objects'), about: join(folder, 'about') })

/** An S3 server over a folder. Not every file system keeps attributes of files, so it keeps what it knows of objects beside them. */
export const versitygw = {
  name: 'versitygw',
  ...program,
  toolsToInstall: [go],
  toolsToRun: [],
  portCount: 1,

  async prepare({ folder }) {
    for (const one of Object.values(foldersOf(folder))) mkdirSync(one, { recursive: true })
  },

  command: ({ home, folder, ports: [port] }) => {
    const { objects, about } = foldersOf(folder)
    return {
      file: join(home, program.proof),
      args: ['--port', `127.0.0.1:${port}`, 'posix', '--sidecar', about, objects],
      env: { ROOT_ACCESS_KEY: s3Credentials.accessKeyId, ROOT_SECRET_KEY: s3Credentials.secretAccessKey },
    }
  },

  /** Whoever does not sign in is refused, once it serves. */
  isReady: async (port) => {
    try {
      return (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) })).status === 403
    } catch {
      return false
    }
  },
  environment: (port) => ({ S3_ENDPOINT: `http://127.0.0.1:${port}` }),
} satisfies Kind
