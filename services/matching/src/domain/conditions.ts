import { type Feature, type Message, message } from '@techbridge/contracts'
import type { PublishedNeed, PublishedOffer } from './profile.ts'
import { sharedTerritories } from './rules.ts'

/** How well the two fit in one respect, and why. */
export interface Finding extends Pick<Feature, 'name' | 'value' | 'terms'> {
  reason: Message
}

interface Pair {
  need: PublishedNeed
  offer: PublishedOffer
}

export const sector = ({ need, offer }: Pair): Finding => {
  const shared = (length: number) =>
    need.content.ipc.find((one) =>
      offer.content.ipc.some((other) => other.slice(0, length) === one.slice(0, length) && one.length >= length),
    )
  const subclass = shared(4)
  if (subclass) return { name: 'sector', value: 1, reason: message('sector.same-class', { ipc: subclass.slice(0, 4) }) }
  const ipcClass = shared(3)
  if (ipcClass)
    return { name: 'sector', value: 0.8, reason: message('sector.same-class', { ipc: ipcClass.slice(0, 3) }) }
  const [wanted, offered] = [need.content.sector, offer.content.sector]
  return wanted === offered
    ? { name: 'sector', value: 0.6, reason: message('sector.same', { sector: wanted }) }
    : { name: 'sector', value: 0, reason: message('sector.other', { wanted, offered }) }
}

export const trl = ({ need, offer }: Pair): Finding => {
  const asked = need.content.minimumTrl
  const has = offer.content.trl
  if (asked === undefined) return { name: 'trl', value: 0.5, reason: message('trl.not-asked', { has }) }
  if (has >= asked) return { name: 'trl', value: 1, reason: message('trl.enough', { has, asked }) }
  if (has === asked - 1) return { name: 'trl', value: 0.5, reason: message('trl.one-below', { has, asked }) }
  return { name: 'trl', value: 0, reason: message('trl.below', { has, asked }) }
}

export const territory = ({ need, offer }: Pair): Finding => {
  const shared = sharedTerritories(need, offer)
  const wanted = need.content.territories
  const value = wanted.includes('WORLD') ? 1 : shared.length / wanted.length
  return { name: 'territory', value, reason: message('territory.shared', { shared, wanted }) }
}

export const dealType = ({ need, offer }: Pair): Finding => {
  const shared = need.content.dealTypes.filter((type) => offer.content.dealTypes.includes(type))
  return shared.length > 0
    ? { name: 'dealType', value: 1, reason: message('deal-type.shared', { shared }) }
    : {
        name: 'dealType',
        value: 0,
        reason: message('deal-type.other', { wanted: need.content.dealTypes, offered: offer.content.dealTypes }),
      }
}
