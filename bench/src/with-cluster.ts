import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, startCluster } from '@techbridge/cluster'

/** A cluster on engines of its own in a fresh folder, with so many processes of each service, gone after `work`. */
export const withCluster = async <T>(instances: number, work: (cluster: Cluster) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-bench-cluster-'))
  const environment = { REQUESTS_PER_MINUTE: '10000000', LOG_LEVEL: 'error' }
  const cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, instances, environment })
  try {
    return await work(cluster)
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
