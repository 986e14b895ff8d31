import { configWithoutIndex } from '@techbridge/kit'

/** Settings of the offers service: it has no text index. */
export const config = configWithoutIndex
