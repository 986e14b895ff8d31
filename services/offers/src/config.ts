import { processConfig } from '@techbridge/kit'

/** Settings of the offers service: it has no text index. */
export const config = processConfig.omit({ ELASTICSEARCH_URL: true })
