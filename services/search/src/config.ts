import { configWithoutDocuments } from '@techbridge/kit'

/** Settings of the search service: it keeps no documents. */
export const config = configWithoutDocuments
