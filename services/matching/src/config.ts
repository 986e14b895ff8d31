import { processConfig } from '@techbridge/kit'

/** Settings of the matching service: all, since it uses every engine. */
export const config = processConfig
