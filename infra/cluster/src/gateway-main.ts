import { BadConfig, explainFailure, listen } from '@techbridge/kit'
import { docsPages } from '@techbridge/local'
import { serviceNames } from './cluster.ts'
import { createGateway } from './gateway.ts'

/** The gateway alone, for containers: `OFFERS_URL`, `NEEDS_URL` and so on say where the services are. */
await explainFailure(async () => {
  const urls = serviceNames.map((name) => {
    const variable = `${name.toUpperCase()}_URL`
    const url = process.env[variable]
    if (!url || !URL.canParse(url)) throw new BadConfig(`${variable}: must be the URL of the ${name} service`)
    return [name, url] as const
  })
  const { HOST = '127.0.0.1', PORT = '8080' } = process.env
  const { url, drain } = await listen(createGateway(Object.fromEntries(urls), docsPages()), HOST, Number(PORT))
  console.log(`The gateway is up at ${url}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void drain().then(() => process.exit(0)))
})
