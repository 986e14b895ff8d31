import { type ServiceName, serviceNames } from '@techbridge/contracts'
import {
  describeConfig,
  endOnSignal,
  explainFailure,
  isHttpUrl,
  listen,
  processConfig,
  readSettings,
} from '@techbridge/kit'
import { docsPages } from '@techbridge/local'
import { z } from 'zod'
import { createGateway } from './gateway.ts'

const areUrls = 'must be an http(s) URL, or several with commas between them'
const urlsOf = (service: ServiceName) =>
  z
    .string(areUrls)
    .refine((list) => list.split(',').every(isHttpUrl), areUrls)
    .transform((list) => list.split(','))
    .describe(`where the ${service} service is; several with commas between them`)

type Addresses = Record<`${Uppercase<ServiceName>}_URL`, ReturnType<typeof urlsOf>>
const addressOf = (service: ServiceName) => `${service.toUpperCase() as Uppercase<ServiceName>}_URL` as const

const { HOST, PORT } = processConfig.shape
const addresses = Object.fromEntries(serviceNames.map((name) => [addressOf(name), urlsOf(name)])) as Addresses
const gatewayConfig = z.object({ HOST, PORT, ...addresses })

await explainFailure(async () => {
  const help = `Runs the gateway alone. Settings, from the environment:\n\n${describeConfig(gatewayConfig)}`
  if (process.argv.includes('--help')) return void console.log(help)
  const config = readSettings(process.env, gatewayConfig)
  const urls = (service: ServiceName) => config[addressOf(service)]
  const { url, drain } = await listen(createGateway(urls, docsPages()), config.HOST, config.PORT)
  console.log(`The gateway is up at ${url}`)
  endOnSignal(drain, (error) => console.error(`The gateway did not stop in good order: ${error}`))
})
