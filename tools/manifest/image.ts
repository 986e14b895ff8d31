import { serviceNames } from '@techbridge/contracts'
import { withRegion } from './region.ts'

/** The image, which names the services to whom names none. */
export const dockerfile = () =>
  withRegion('infra/docker/Dockerfile', /SERVICE:\?is one of [^}]*\}/, `SERVICE:?is one of ${serviceNames.join(', ')}}`)
