import { processConfig } from '@techbridge/kit'

/** Settings of the search service: it keeps no documents. */
export const config = processConfig.omit({ MONGODB_URI: true })
