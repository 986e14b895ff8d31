import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, developmentToken, signIn } from '@techbridge/client'
import { directoryApi, matchesApi, needsApi, type Organisation, offersApi, type Role } from '@techbridge/contracts'
import { listen } from '@techbridge/http'
import { loadSample, services, settled, transferOffice } from '@techbridge/local'
import { composeProcess, createLogger, readConfig } from '@techbridge/process'
import { docsPages } from '@techbridge/service-gateway/docs-page'

const organisationOf: Record<Role, Organisation> = {
  provider: { id: 'dianchi-university', name: 'Dianchi University', country: 'CN', kind: 'university' },
  seeker: { id: 'chanthaburi-growers', name: 'Chanthaburi Growers', country: 'TH', kind: 'other' },
  officer: transferOffice,
  admin: transferOffice,
}

/**
 * All services on embedded engines in `folder` with the sample data, as `npm start` has them, and no limit on requests. Writes ids of
 * records into the folder, for requests that find something.
 */
export const serve = async (folder: string) => {
  const config = readConfig({
    AUTH_DEV: '1',
    DATA_DIR: join(folder, 'data'),
    REQUESTS_PER_MINUTE: '100000000',
    LOG_LEVEL: 'error',
  })
  const composed = await composeProcess({ config, services, log: createLogger(config, 'stderr'), pages: docsPages() })
  await composed.start()
  const server = await listen(composed.app, '127.0.0.1', 0)
  const officer = await signIn(server.url, 'officer', transferOffice)
  await loadSample(officer, config.DATA_DIR)
  await settled(officer)
  await registerOrganisations(officer)
  await writeIds(officer, folder)
  return {
    url: server.url,
    tokenOf: (role: Role) => developmentToken(server.url, role, organisationOf[role]),
    stop: () => composed.stop(server.drain()),
  }
}

/** The organisations of the roles, each of which then has something to change. */
const registerOrganisations = async (officer: Client) => {
  for (const { id, name, country, kind } of [organisationOf.provider, organisationOf.seeker, organisationOf.officer])
    await officer.call(directoryApi.register, { body: { id, names: [{ language: 'en', name }], country, kind } })
}

const writeIds = async (officer: Client, folder: string) => {
  const lists = {
    offers: offersApi.list,
    needs: needsApi.list,
    matches: matchesApi.list,
    organisations: directoryApi.list,
  }
  for (const [name, list] of Object.entries(lists)) {
    const { body } = await officer.call(list, { query: { limit: 20 } })
    writeFileSync(join(folder, `${name}.dict`), body.items.map(({ id }) => `"${id}"\n`).join(''))
  }
}
