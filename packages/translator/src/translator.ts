/**
 * The port to machine translation. What every adapter guarantees:
 *
 * - `translate` gives one plain text for each text, in their order, none empty and none longer than `longest` UTF-16 code units.
 * - Languages are BCP 47 tags. It fails with `NotTranslated` when the service does not know one of them: asking again gives the same.
 * - Whatever else goes wrong shows as `Unavailable` (`@techbridge/port`), within a bounded time, and never as half a translation.
 *   After failures in a row nothing is asked for a while.
 * - Nothing but the texts and the two languages leaves the process.
 */
export interface Translator {
  /** Of the service, as readers see it beside what it translated. */
  name: string
  translate(texts: readonly string[], from: string, to: string): Promise<string[]>
}

/** The service does not translate between these languages. */
export class NotTranslated extends Error {
  override name = 'NotTranslated'
}

/** Of a translated text: several times as long as titles and summaries may be. */
export const longest = 4000
