/**
 * The port to the keys of organisations, as a KMS has it: keys never leave it; it seals small secrets under them.
 *
 * - Each owner has keys of its own. The first is made when it is needed, and is durable before anything is sealed with it.
 * - What was sealed for an owner and a purpose opens for these alone; otherwise it fails with `FileError('damaged')`.
 * - After `erase` nothing that was sealed for the owner before opens again: `FileError('erased')`. What is sealed later has a new key.
 * - `rotate` makes a new key for what is sealed from then on; what was sealed before still opens until `retire`.
 */
export interface Keys {
  seal(owner: string, purpose: string, secret: Uint8Array): Promise<string>
  open(owner: string, purpose: string, sealed: string): Promise<Buffer>
  rotate(owner: string): Promise<void>
  /** Removes all keys of the owner but the newest. */
  retire(owner: string): Promise<void>
  erase(owner: string): Promise<void>
  owners(): Promise<string[]>
  close(): Promise<void>
}
