/** A backup, restore or upgrade that is not done. The message says what is wrong, where, and what to do. */
export class Refused extends Error {
  override name = 'Refused'
}
