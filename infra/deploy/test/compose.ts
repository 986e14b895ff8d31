import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceNames } from '@techbridge/contracts'
import { parse } from 'yaml'

export const root = new URL('../../../', import.meta.url).pathname

/** All that must be deployed: every service, and the gateway. */
export const components: string[] = [...serviceNames, 'gateway'].sort()

export interface ComposeService {
  image?: string
  build?: { context: string; dockerfile: string }
  command?: string[]
  environment?: Record<string, string>
  depends_on?: string[] | Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  ports?: string[]
  restart?: string
  volumes?: string[]
}

interface ComposeFile {
  services: Record<string, ComposeService>
  volumes: Record<string, null>
}

export const composeText = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
export const compose = parse(composeText, { merge: true }) as ComposeFile

/** The services that run the image of this repository: those of Techbridge and the gateway. */
export const techbridge = Object.entries(compose.services).filter(([, { build }]) => build !== undefined)

/** Fills in `${NAME:?message}`, `${NAME:-default}` and `${NAME-default}` as Compose does. */
export const interpolated = (environment: Record<string, string>, given: Record<string, string>) => {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+):?([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const value = given[name] ?? (kind === '-' ? rest : undefined)
      if (value === undefined) throw new Error(`${name}: ${rest}`)
      return value
    })
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, fill(text)]))
}
