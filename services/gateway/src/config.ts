import { type ServiceName, serviceNames } from '@techbridge/contracts'
import { isHttpUrl, processConfig } from '@techbridge/process'
import { z } from 'zod'

const areUrls = 'must be an http(s) URL, or several with commas between them'
const urlsOf = (service: ServiceName) =>
  z
    .string(areUrls)
    .refine((list) => list.split(',').every(isHttpUrl), areUrls)
    .transform((list) => list.split(','))
    .describe(`where the ${service} service is; several with commas between them`)

type Addresses = Record<`${Uppercase<ServiceName>}_URL`, ReturnType<typeof urlsOf>>

/** The setting with the addresses of a service. */
export const addressOf = (service: ServiceName) => `${service.toUpperCase() as Uppercase<ServiceName>}_URL` as const

const { HOST, PORT } = processConfig.shape
const addresses = Object.fromEntries(serviceNames.map((name) => [addressOf(name), urlsOf(name)])) as Addresses

/** Settings of the gateway: where it listens, and where each service is. */
export const config = z.object({ HOST, PORT, ...addresses })
