/** An engine behind a port cannot be reached now. Callers retry later; HTTP responds with 503 and `Retry-After`. */
export class Unavailable extends Error {
  override name = 'Unavailable'
  readonly retryAfterSeconds: number
  constructor(message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(message, options)
    this.retryAfterSeconds = options?.retryAfterSeconds ?? 5
  }
}
