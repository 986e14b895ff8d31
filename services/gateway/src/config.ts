import { addressSetting, type ServiceName, serviceNames } from '@techbridge/contracts'
import { isHttpUrl, processConfig } from '@techbridge/process'
import { z } from 'zod'

const areUrls = 'must be an http(s) URL, or several with commas between them'
const urlsOf = (service: ServiceName) =>
  z
    .string(areUrls)
    .refine((list) => list.split(',').every(isHttpUrl), areUrls)
    .transform((list) => list.split(','))
    .describe(`where the ${service} service is; several with commas between them`)

type Addresses = Record<ReturnType<typeof addressSetting<ServiceName>>, ReturnType<typeof urlsOf>>

const { HOST, PORT } = processConfig.shape
const addresses = Object.fromEntries(serviceNames.map((name) => [addressSetting(name), urlsOf(name)])) as Addresses

/** Settings of the gateway: where it listens, and where each service is. */
export const config = z.object({ HOST, PORT, ...addresses })
