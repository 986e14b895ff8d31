import { createVictim } from '@techbridge/testkit/faults'

const main = new URL('../src/main.ts', import.meta.url).pathname

/** The process that `npm start` runs, on a data folder, to be killed and started again. */
export const victimOn = (dataDir: string) => createVictim(main, dataDir)
