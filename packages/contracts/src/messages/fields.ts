const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** What is wrong with one field: each text continues a sentence that begins with the path of the field. */
export const fieldMessages = {
  'field.missing': () => 'is required',
  'field.type': ({ expected }: { expected: string; received: string }) => `must be ${kinds[expected] ?? expected}`,
  'field.option': ({ options }: { options: readonly string[] }) => `must be one of ${options.join(', ')}`,
  'field.too-long': ({ most }: { most: number }) => `must have at most ${most} characters`,
  'field.too-short': ({ least }: { least: number }) => `must have at least ${least} characters`,
  'field.too-many': ({ most }: { most: number }) => `must have at most ${most} items`,
  'field.too-few': ({ least }: { least: number }) => `must have at least ${least} items`,
  'field.too-large': ({ most }: { most: number }) => `must be at most ${most}`,
  'field.too-small': ({ least }: { least: number }) => `must be at least ${least}`,
  'field.pattern': ({ pattern }: { pattern: string }) => `must match ${pattern}`,
  'field.invalid': () => 'is not valid',
  'field.unknown': () => 'is not a field of this request',
  'field.absent': () => 'must be absent',
  'field.given-once': () => 'must be given once',
  'field.given-twice': () => 'is given twice',
  'field.repeats': () => 'must not contain duplicates',
  'field.more': () => 'has more errors than these',
  'field.bytes': ({ most }: { most: number }) => `must be at most ${most} bytes`,

  'field.unseen': () => 'must contain a visible character',
  'field.control-characters': () => 'must have no control characters',
  'field.unicode': () => 'must be Unicode text without NUL',
  'field.utf8': () => 'must be UTF-8',
  'field.percent-encoded': () => 'must be UTF-8, percent-encoded',
  'field.unreadable': ({ reason }: { reason: string }) => reason,

  'field.decimal-digits': () => 'must be a whole number in decimal digits',
  'field.true-or-false': () => 'must be true or false',
  'field.id': ({ kind }: { kind: string }) => `must be an id such as ${kind}_0123456789abcdef01234567`,
  'field.organisation-id': () => 'must be 2 to 64 lower-case letters, digits and hyphens',
  'field.day': () => 'must be an existing date, such as 2027-01-31',
  'field.money-empty': () => 'needs min or max',
  'field.money-order': () => 'must not be below min',
  'field.refusal-text': () => 'is required when the code is other',
  'field.languages': ({ most }: { most: number }) => `must have at most ${most} languages`,
  'field.original-language': () => 'needs a text in the original language',
  'field.zone-alone': () => 'needs a responseDeadline that ends in it',
  'field.needed-of-officers': () => 'is required from officers',

  'field.published-order': () => 'must not be before publishedFrom',
  'field.search-conditions': ({ most }: { most: number }) =>
    `must have at most ${most} phrases in quotes and words with a minus`,
  'field.unsearchable': ({ text }: { text: string }) =>
    `has nothing to look for in “${text}”: words such as “the” or “的” are not searched`,

  'field.content-type': ({ type }: { type: string }) => `must be ${type}`,
  'field.charset': () => 'must have the charset utf-8, or none',
  'field.etag': () => 'must be an ETag that this server gave',
  'field.idempotency-key': () => 'must be 1 to 200 visible ASCII characters',
  'field.last-event-id': () => 'must be an id that this stream sent',
  'field.cursor': () => 'must be the `next` of an earlier page',
}
