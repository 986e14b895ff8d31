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
import { createGateway, type ServiceName } from './gateway.ts'

const areUrls = 'must be an http(s) URL, or several with commas between them'
const urlsOf = (service: ServiceName) =>
  z
    .string(areUrls)
    .refine((list) => list.split(',').every(isHttpUrl), areUrls)
    .transform((list) => list.split(','))
    .describe(`where the ${service} service is; several with commas between them`)

const { HOST, PORT } = processConfig.shape
const gatewayConfig = z.object({
  HOST,
  PORT,
  OFFERS_URL: urlsOf('offers'),
  NEEDS_URL: urlsOf('needs'),
  MATCHING_URL: urlsOf('matching'),
  LICENSING_URL: urlsOf('licensing'),
  SEARCH_URL: urlsOf('search'),
})

await explainFailure(async () => {
  const help = `Runs the gateway alone. Settings, from the environment:\n\n${describeConfig(gatewayConfig)}`
  if (process.argv.includes('--help')) return void console.log(help)
  const config = readSettings(process.env, gatewayConfig)
  const urls = (service: ServiceName) => config[`${service.toUpperCase() as Uppercase<ServiceName>}_URL`]
  const { url, drain } = await listen(createGateway(urls, docsPages()), config.HOST, config.PORT)
  console.log(`The gateway is up at ${url}`)
  endOnSignal(drain, (error) => console.error(`The gateway did not stop in good order: ${error}`))
})
