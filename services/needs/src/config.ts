import { configWithoutIndex } from '@techbridge/kit'

/** Settings of the needs service: it has no text index. */
export const config = configWithoutIndex
