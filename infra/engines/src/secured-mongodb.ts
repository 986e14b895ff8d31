import { Engine } from './engine.ts'
import { mongodb, securedMongodb } from './mongodb.ts'

export interface SecuredMongodbOptions {
  dataDir: string
  /** Files (PEM) with the server's certificate for 127.0.0.1 and its private key. */
  certificate: string
  key: string
  /** Creates the users, over plain connections without authentication. */
  addUsers(uri: string): Promise<void>
}

/** Starts the stand-in for MongoDB so that it requires TLS and a password. It dies with this process at the latest. */
export const startSecuredMongodb = async (options: SecuredMongodbOptions) => {
  const open = new Engine(mongodb, options.dataDir)
  await open.start()
  try {
    await options.addUsers(open.environment.MONGODB_URI!)
  } finally {
    await open.stop()
  }
  const engine = new Engine(securedMongodb(options), options.dataDir)
  await engine.start()
  return { port: engine.port, stop: () => engine.stop() }
}
