import { addressSetting } from '@techbridge/contracts'
import { listen } from '@techbridge/http'
import { describeConfig, endOnSignal, explainFailure, readSettings } from '@techbridge/process'
import { config } from './config.ts'
import { docsPages } from './docs-page.ts'
import { createGateway } from './gateway.ts'

await explainFailure(async () => {
  const help = `Runs the gateway alone. Settings, from the environment:\n\n${describeConfig(config)}`
  if (process.argv.includes('--help')) return void console.log(help)
  const settings = readSettings(process.env, config)
  const gateway = createGateway((service) => settings[addressSetting(service)], docsPages())
  const { url, drain } = await listen(gateway, settings.HOST, settings.PORT)
  console.log(`The gateway is up at ${url}`)
  endOnSignal(drain, (error) => console.error(`The gateway did not stop in good order: ${error}`))
})
