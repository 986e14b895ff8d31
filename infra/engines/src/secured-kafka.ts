import { Engine } from './engine.ts'
import { kafkaWith } from './kafka.ts'
import type { Place } from './kind.ts'

export interface SecuredKafkaOptions {
  dataDir: string
  user: string
  password: string
  /** File (PEM) with the broker's private key and its certificate for 127.0.0.1. */
  keyStore: string
  /** File (PEM) with the authorities whose client certificates are accepted. */
  trustStore: string
}

export interface SecuredKafka {
  /** TLS, and sign-in by a user and a password: PLAIN or SCRAM. */
  saslBrokers: string
  /** TLS, and a certificate of the client. */
  certificateBrokers: string
  /** Neither. */
  plainBrokers: string
  stop(): Promise<void>
}

const properties =
  ({ user, password, keyStore, trustStore }: SecuredKafkaOptions) =>
  ({ ports }: Place) => {
    const [broker, controller, sasl, certificate] = ports
    const listeners = `PLAINTEXT://127.0.0.1:${broker},SASL_SSL://127.0.0.1:${sasl},SSL://127.0.0.1:${certificate}`
    const module = 'org.apache.kafka.common.security'
    return `listeners=${listeners},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=${listeners}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL
ssl.keystore.type=PEM
ssl.keystore.location=${keyStore}
ssl.truststore.type=PEM
ssl.truststore.location=${trustStore}
listener.name.ssl.ssl.client.auth=required
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
listener.name.sasl_ssl.plain.sasl.jaas.config=${module}.plain.PlainLoginModule required user_${user}="${password}";
listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config=${module}.scram.ScramLoginModule required;
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=${module}.scram.ScramLoginModule required;
`
  }

/** Starts a broker that requires TLS and credentials, on listeners of their own. It dies with this process at the latest. */
export const startSecuredKafka = async (options: SecuredKafkaOptions): Promise<SecuredKafka> => {
  const scram = (mechanism: string) => [
    '--add-scram',
    `${mechanism}=[name=${options.user},password=${options.password}]`,
  ]
  const kind = kafkaWith({
    portCount: 2,
    properties: properties(options),
    format: [...scram('SCRAM-SHA-256'), ...scram('SCRAM-SHA-512')],
  })
  const engine = new Engine(kind, options.dataDir)
  await engine.start()
  const [plain, , sasl, certificate] = engine.ports
  return {
    plainBrokers: `127.0.0.1:${plain}`,
    saslBrokers: `127.0.0.1:${sasl}`,
    certificateBrokers: `127.0.0.1:${certificate}`,
    stop: () => engine.stop(),
  }
}
