import { inspectJson, type JsonLimits, type MessageAt } from '@techbridge/contracts'

/** How large a record may be, the server says. */
const none = Number.POSITIVE_INFINITY
const unlimited: JsonLimits = { depth: none, members: none, values: none, name: none, errors: none }

/** What `JSON.parse` passes over in silence: the first of a field that is given twice, and a number too near to 0 for a double. */
export const lostInParsing = (text: string, where: string): MessageAt[] =>
  inspectJson(text, where, unlimited).filter(({ code }) => code === 'field.given-twice' || code === 'json.small-number')
