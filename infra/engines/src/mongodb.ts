import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect as connectSecurely } from 'node:tls'
import type { Kind } from './kind.ts'
import { run } from './run.ts'
import { cargo, cc, cmake, ninja } from './tools.ts'
import { asks } from './wire.ts'

const version = '0.5.3-beta.196'

/**
 * OP_MSG with the document `{ hello: 1, $db: 'admin' }`.
 * See https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol and https://bsonspec.org
 */
const helloRequest = () => {
  const int32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(value)
    return bytes
  }
  const sized = (body: Buffer) => Buffer.concat([int32(body.length + 4), body])
  const document = sized(
    Buffer.concat([Buffer.from('\x10hello\0'), int32(1), Buffer.from('\x02$db\0'), int32(6), Buffer.from('admin\0\0')]),
  )
  const [requestId, responseTo, opMsg, flags, bodySection] = [int32(1), int32(0), int32(2013), int32(0), Buffer.of(0)]
  return sized(Buffer.concat([requestId, responseTo, opMsg, flags, bodySection, document]))
}

/** It serves when it accepts writes: the boolean (type 8) `isWritablePrimary` is true. */
const takesWrites = (answer: Buffer) => answer.includes('\x08isWritablePrimary\0\x01', 0, 'latin1')

/** SecantusDB, which implements MongoDB's protocol on MongoDB's storage engine: MongoDB itself is in no registry. */
export const mongodb = {
  name: 'mongodb',
  title: `SecantusDB ${version}, in place of MongoDB`,
  folder: `secantus-mdb-${version}`,
  proof: 'bin/secantusd-rs',
  size: 'compiled, 3 to 15 minutes',
  toolsToInstall: [cargo, cmake, ninja, cc],
  toolsToRun: [],
  portCount: 1,

  install: (home) =>
    run(
      'cargo',
      ['install', 'secantus-mdb', `--version=${version}`, '--locked', '--ignore-rust-version', `--root=${home}`],
      { CARGO_TERM_PROGRESS_WHEN: 'always', CARGO_TERM_PROGRESS_WIDTH: '100' },
    ),

  async prepare({ folder }) {
    mkdirSync(join(folder, 'data'), { recursive: true })
  },

  command: ({ home, folder, ports: [port] }) => ({
    file: join(home, 'bin', 'secantusd-rs'),
    args: [
      '--host',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--storage-path',
      join(folder, 'data'),
      '--cache-size',
      '1G',
      // Without it SIGKILL loses acknowledged writes, even at `w: majority, j: true`.
      '--sync-on-commit',
    ],
  }),

  isReady: (port) => asks(port, helloRequest(), takesWrites),
  environment: (port) => ({ MONGODB_URI: `mongodb://127.0.0.1:${port}/?replicaSet=secantus` }),
} satisfies Kind

/** The same, accepting only TLS and the users in its data. */
export const securedMongodb = ({ certificate, key }: { certificate: string; key: string }): Kind => ({
  ...mongodb,
  command: (place) => {
    const command = mongodb.command(place)
    return { ...command, args: [...command.args, '--auth', '--tls-cert-file', certificate, '--tls-key-file', key] }
  },
  isReady: (port) => asks(port, helloRequest(), takesWrites, securely),
})

/** It is our own, on loopback, and used only for this check. */
const securely = (port: number) => connectSecurely({ port, host: '127.0.0.1', rejectUnauthorized: false })
