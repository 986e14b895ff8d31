/** A refused backup, restore or upgrade. The message says what is wrong, where, and what to do. */
export class Refused extends Error {
  override name = 'Refused'
}
