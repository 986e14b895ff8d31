import { z } from 'zod'

/**
 * What a request's schema refuses beyond what Zod writes into a JSON Schema, as JSON Schema, for OpenAPI alone. It is not part of the
 * schemas of events, which may only grow.
 */
export const requestFacts = z.registry<Record<string, unknown>>()
