import { InvalidArgumentError } from 'commander'

/** Parses a whole number within bounds. */
export const count = (min: number, max: number) => (given: string) => {
  const value = Number(given)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
}

/** Parses `CN,VN`; may be given several times. */
export const list = (given: string, before: string[] = []) => [...before, ...given.split(',').map((one) => one.trim())]

/** Takes the whole text each time, as texts with commas are: `11,234,567`. */
export const each = (given: string, before: string[] = []) => [...before, given]
