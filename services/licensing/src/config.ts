import { configWithoutIndex } from '@techbridge/kit'

/** Settings of the licensing service: it has no text index. */
export const config = configWithoutIndex
