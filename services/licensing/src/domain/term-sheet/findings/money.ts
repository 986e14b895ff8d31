import { message, type Terms } from '@techbridge/contracts'
import { error, type Finding } from './finding.ts'

interface Found {
  place: string
  currency: string
}

/** Every amount in a value, at any depth. */
const amountsIn = (value: unknown, place: string): Found[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('amount' in value && 'currency' in value && typeof value.currency === 'string')
    return [{ place, currency: value.currency }]
  return Object.entries(value).flatMap(([name, inner]) => amountsIn(inner, place === '' ? name : `${place}.${name}`))
}

/** Amounts of one sheet are in one currency. */
export const currencyFindings = (terms: Terms): Finding[] => {
  const amounts = amountsIn(terms, '')
  const currencies = [...new Set(amounts.map(({ currency }) => currency))]
  if (currencies.length < 2) return []
  return [error(message('terms.several-currencies', { currencies }), ...amounts.map(({ place }) => place))]
}
