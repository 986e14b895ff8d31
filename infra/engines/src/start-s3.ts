import { Engine } from './engine.ts'
import { missingTools } from './missing-tools.ts'
import { s3Credentials, versitygw } from './versitygw.ts'

export interface S3Server {
  endpoint: string
  credentials: typeof s3Credentials
  engine: Engine
}

/** Starts an S3 server whose objects are in a folder of `dataDir`. It dies with this process at the latest. */
export const startS3 = async (dataDir: string): Promise<S3Server> => {
  const missing = missingTools(['versitygw'])
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const engine = new Engine(versitygw, dataDir)
  await engine.start()
  return { endpoint: `http://127.0.0.1:${engine.port}`, credentials: s3Credentials, engine }
}
