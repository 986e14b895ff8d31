import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quickStart } from './jvm.ts'
import type { Kind, Place } from './kind.ts'
import { fetchArtefacts } from './maven.ts'
import { describeJava, java, mvn, setpriv } from './tools.ts'

const version = '8.19.21'
const isRoot = process.getuid?.() === 0

/** One node that trusts the loopback interface; otherwise Elasticsearch's defaults. */
const elasticsearchYml = ({ folder, ports: [http, transport] }: Place) => `discovery.type: single-node
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: ${http}
transport.port: ${transport}
path.data: ${JSON.stringify(join(folder, 'data'))}
path.logs: ${JSON.stringify(folder)}
cluster.routing.allocation.disk.threshold_enabled: false
`

const jvmOptions = `-Xms512m
-Xmx512m
-XX:+UseG1GC
${quickStart}
-XX:+ExitOnOutOfMemoryError
-Djava.io.tmpdir=\${ES_TMPDIR}
`

const log4j2 = `status = error
appender.file.type = File
appender.file.name = file
appender.file.fileName = \${sys:es.logs.base_path}/log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
`

/**
 * Elasticsearch refuses to run as root. Under root it runs as nobody with the capability to read and write root's files, so that
 * neither the installation nor the data must change owner or place. The secure bit makes access(2), which Java uses, respect that
 * capability; see capabilities(7).
 */
const asNobody = [
  'setpriv',
  '--reuid=65534',
  '--regid=65534',
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--securebits=+no_setuid_fixup',
]

export const elasticsearch = {
  name: 'elasticsearch',
  title: `Elasticsearch ${version}`,
  folder: `elasticsearch-${version}`,
  proof: `elasticsearch-${version}/bin/elasticsearch`,
  size: '107 MB',
  toolsToInstall: [mvn],
  toolsToRun: isRoot ? [java, setpriv] : [java],
  portCount: 2,
  install: (home) => fetchArtefacts('elasticsearch', 'unpack', home),

  async prepare(place) {
    const config = join(place.folder, 'config')
    for (const folder of [config, join(place.folder, 'data'), join(place.folder, 'tmp')])
      mkdirSync(folder, { recursive: true })
    writeFileSync(join(config, 'elasticsearch.yml'), elasticsearchYml(place))
    writeFileSync(join(config, 'jvm.options'), jvmOptions)
    writeFileSync(join(config, 'log4j2.properties'), log4j2)
    rmSync(join(place.folder, 'pid'), { force: true })
  },

  command: ({ home, folder }) => {
    const pidFile = join(folder, 'pid')
    const start = ['bash', join(home, `elasticsearch-${version}`, 'bin', 'elasticsearch'), '-d', '-p', pidFile]
    const [file, ...args] = isRoot ? [...asNobody, ...start] : start
    return {
      file: file!,
      args,
      env: {
        HOME: folder,
        ES_JAVA_HOME: describeJava().home ?? '',
        ES_PATH_CONF: join(folder, 'config'),
        ES_TMPDIR: join(folder, 'tmp'),
        ES_JAVA_OPTS: '',
        // The launcher is a JVM of its own; this keeps it small.
        CLI_JAVA_OPTS: '-Xmx64m',
      },
      pidFile,
    }
  },

  /** Every index has its primary shards; a lone node never has the replicas. */
  isReady: async (port) => {
    try {
      const health = `http://127.0.0.1:${port}/_cluster/health?wait_for_status=yellow&timeout=1s`
      return (await fetch(health, { signal: AbortSignal.timeout(2000) })).ok
    } catch {
      return false
    }
  },
  environment: (port) => ({ ELASTICSEARCH_URL: `http://127.0.0.1:${port}` }),
} satisfies Kind
