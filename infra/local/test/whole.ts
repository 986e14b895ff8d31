import type { TestContext } from 'node:test'
import { type Acknowledged, checkNothingLost as check, createLoad, createVictim } from '@techbridge/testkit/faults'
import { signIn, transferOffice } from '../src/accounts.ts'
import { settled } from '../src/load-sample.ts'
import { sampleNeeds, sampleOffers } from '../src/sample.ts'

const main = new URL('../src/main.ts', import.meta.url).pathname

/** The process that `npm start` runs, on a data folder, to be killed and started again. */
export const victimOn = (dataDir: string) => createVictim(main, dataDir)

/** A steady load of the sample data. */
export const loadOn = (url: string) => createLoad(url, { offers: sampleOffers, needs: sampleNeeds })

export const checkNothingLost = async (t: TestContext, url: string, acknowledged: Acknowledged) => {
  const [officer, admin] = await Promise.all([
    signIn(url, 'officer', transferOffice),
    signIn(url, 'admin', transferOffice),
  ])
  await check(t, { officer, admin, settled }, acknowledged)
}
