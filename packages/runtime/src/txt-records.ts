/**
 * Asks the domain name system. What every adapter guarantees:
 *
 * - `of` returns the TXT records of a name, each in one piece; none when the name or its records do not exist.
 * - It returns `undefined` when no server answers in time or all refuse, and never fails because of the name.
 * - Answers are not kept: a record that was published is found as soon as the servers have it.
 */
export interface TxtRecords {
  of(name: string): Promise<string[] | undefined>
}
